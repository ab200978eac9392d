import { execFile } from 'node:child_process'
import { z } from 'zod'
import { pathForProgram, pathSystem } from '../../shared/paths/paths.ts'

const Tags = z.record(z.string(), z.string()).default({})
const Stream = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  sample_aspect_ratio: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  r_frame_rate: z.string().optional(),
  duration: z.string().optional(),
  disposition: z.object({ attached_pic: z.number() }).partial().default({}),
  tags: Tags,
  side_data_list: z.array(z.object({ rotation: z.number() }).partial()).default([]),
})
/** What ffprobe prints, as far as it is asked. */
export const FfprobeOutput = z.object({
  streams: z.array(Stream).default([]),
  format: z.object({ duration: z.string().optional(), tags: Tags }).default({ tags: {} }),
})
export type FfprobeOutput = z.infer<typeof FfprobeOutput>
export type FfprobeStream = z.infer<typeof Stream>

/** How a run ended: with an answer, with the file refused, or without a word on the file. */
export type FfprobeRun =
  | { readonly end: 'answer'; readonly output: FfprobeOutput }
  | { readonly end: 'refused'; readonly words: string }
  | { readonly end: 'missing' | 'died' | 'time-limit' }

const TIME_LIMIT_MS = 20_000
const MOST_OUTPUT = 4 * 1024 * 1024
const ENTRIES = [
  'format=duration',
  'format_tags',
  'stream=codec_type,codec_name,width,height,sample_aspect_ratio,avg_frame_rate,r_frame_rate,duration',
  'stream_tags',
  'stream_disposition=attached_pic',
  'stream_side_data=rotation',
].join(':')

// A playlist or reference inside a file must not lead elsewhere: `file` is the only protocol.
const QUESTION = [
  '-v',
  'error',
  '-hide_banner',
  '-protocol_whitelist',
  'file',
  '-print_format',
  'json',
  '-show_entries',
  ENTRIES,
]
// With its protocol before it, no name can pass for an option (`-i.mp4`) or another protocol (`concat:a.mp4`). ffmpeg since 5.1
// reaches long paths by itself, but not a name that ends in a dot or a blank.
const addressOf = (path: string): string => `file:${pathForProgram(path, pathSystem(process.platform))}`
const argumentsFor = (path: string): string[] => [...QUESTION, '-i', addressOf(path)]

// The static Linux build crashes where it converts the station's name in an MPEG stream: its C library's converters are
// not there. Without a folder of them it leaves the name alone.
const environment =
  process.platform === 'linux' ? { ...process.env, GCONV_PATH: '/nonexistent' } : process.env

// An exit code beyond a byte is how Windows reports a crash.
const isCrash = (code: unknown) => typeof code === 'number' && (code < 0 || code > 255)

/**
 * Asks ffprobe about a file. The child is killed after 20 seconds, or when the signal aborts.
 * Rejects only with the signal's reason.
 */
export const runFfprobe = (program: string, path: string, signal: AbortSignal): Promise<FfprobeRun> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    execFile(
      program,
      argumentsFor(path),
      {
        signal,
        timeout: TIME_LIMIT_MS,
        killSignal: 'SIGKILL',
        maxBuffer: MOST_OUTPUT,
        windowsHide: true,
        env: environment,
        encoding: 'utf8',
      },
      (error, stdout, stderr) => {
        if (signal.aborted) return reject(signal.reason as Error)
        if (error?.killed) return resolve({ end: 'time-limit' })
        if (error && (error.signal || isCrash(error.code))) return resolve({ end: 'died' })
        // A text for a code: the program itself could not be started.
        if (typeof error?.code === 'string') return resolve({ end: 'missing' })
        if (error)
          return resolve({
            end: 'refused',
            words:
              stderr
                .trim()
                .split('\n')
                .at(-1)
                ?.replace(`${addressOf(path)}: `, '') ?? '',
          })
        try {
          resolve({ end: 'answer', output: FfprobeOutput.parse(JSON.parse(stdout)) })
        } catch {
          resolve({ end: 'died' })
        }
      },
    )
  })
