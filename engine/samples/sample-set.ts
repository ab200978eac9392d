import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readFault } from '../store/system-fault.ts'
import { activities, type ActivityFile, type SampleActivity } from './activities.ts'
import { chatCopy, samplePhoto, screenshot } from './photo.ts'

/** One file of the samples. */
export interface Sample {
  /** Path below the samples' folder, with `/`. */
  readonly relative: string
  /** Pictures and videos that can be sent, texts with captions for them, and what a clerk should not send. */
  readonly role: 'sound' | 'captions' | 'faulty'
  readonly modified: Date
  /** The same bytes each time. */
  readonly make: (resourcesDir: string) => Promise<Buffer>
}

/** Counted up whenever the set changes, so that files made by an older program are made again. */
export const sampleSetVersion = 1

/** Above 3 MB whatever the scene, at 4.4 megapixels. */
const look = { width: 2560, height: 1706, quality: 100 }

const at = (day: string, clock: string): Date => new Date(`${day}T${clock}+08:00`)

/** A file of the program's own resources. */
const resource = (name: string) => async (resourcesDir: string) => {
  const file = path.join(resourcesDir, 'samples', name)
  return readFile(file).catch((error: unknown) => {
    throw readFault(error, file)
  })
}

function fileSample({ folder, day, camera }: SampleActivity, file: ActivityFile, seed: number): Sample {
  const { name, scene, clock, mirrored = false } = file
  const time = clock === undefined ? {} : { takenAt: `${day.replaceAll('-', ':')} ${clock}:00` }
  return {
    relative: `${folder}/${name}`,
    role: 'sound',
    modified: at(day, `${clock ?? '18:00'}:00`),
    make:
      scene === 'video'
        ? resource('science-van-121s.mp4')
        : () => samplePhoto(scene, { ...look, seed, mirrored, camera, ...time }),
  }
}

/** All that can be sent, in the folders' order. */
export const soundSamples: readonly Sample[] = activities
  .flatMap((activity) => activity.files.map((file) => [activity, file] as const))
  .map(([activity, file], index) => fileSample(activity, file, index + 1))

/** As Windows Notepad saves a text: UTF-8 with its mark, lines ended by CR and LF. */
const note = (lines: readonly string[]) => () =>
  Promise.resolve(Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`))

/** Captions as clerks collect them: one list for a folder, one text beside its photo. */
function captionSamples([first, , third]: readonly SampleActivity[]): Sample[] {
  const single = third?.files[0]
  const list = first && {
    relative: `${first.folder}/图片说明.txt`,
    role: 'captions' as const,
    modified: at(first.day, '20:10:00'),
    make: note(first.files.map(({ name, seen }) => `${name}：${first.occasion}${seen}`)),
  }
  const beside = third &&
    single && {
      relative: `${third.folder}/${single.name.replace(/\.[^.]+$/, '')}.txt`,
      role: 'captions' as const,
      modified: at(third.day, '21:40:00'),
      make: note([`${third.occasion}${single.seen}`]),
    }
  return [list, beside].filter((one) => one !== undefined)
}

const faulty = (name: string, modified: Date, make: Sample['make']): Sample => ({
  relative: `手机照片/${name}`,
  role: 'faulty',
  modified,
  make,
})

const [original] = soundSamples

/** What is found in most folders: a chat program's copy, a screenshot, a trailer, a copy of a photo. */
const faultySamples: readonly Sample[] = [
  faulty('微信图片_20230522101530.jpg', at('2023-05-22', '10:15:30'), () => chatCopy('robot', 1)),
  faulty('屏幕截图 2023-06-10 143012.png', at('2023-06-10', '14:30:12'), () => screenshot('pond')),
  faulty('大篷车预告片.mp4', at('2023-05-20', '20:05:00'), resource('science-van-12s.mp4')),
  ...(original
    ? [faulty(`${path.parse(original.relative).name} - 副本.JPG`, original.modified, original.make)]
    : []),
]

/** A clerk's folder with all that is found in one. */
export const sampleSet: readonly Sample[] = [...soundSamples, ...captionSamples(activities), ...faultySamples]
