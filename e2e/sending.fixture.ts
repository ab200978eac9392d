import { execFile } from 'node:child_process'
import { copyFile, mkdir, open, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { SendingChoice } from '../shared/packing/sending.ts'
import { type ProjectDocument, taskDraft } from '../shared/project/document.ts'
import { samplePhoto } from '../engine/samples/photo.ts'
import { type SceneName, scenes } from '../engine/samples/scenes.ts'
import { seedProject, seedReady } from './seed.fixture.ts'

const sceneNames = Object.keys(scenes) as SceneName[]
const megabyte = 1024 * 1024

/** A folder of sound photos that are unlike each other, each of so many megabytes, and videos beside them. */
export async function photosOf(
  home: string,
  count: number,
  { megabytes = 5, videos = [] }: { readonly megabytes?: number; readonly videos?: readonly number[] } = {},
): Promise<string> {
  const folder = path.join(home, `2023-05-20 科普大篷车进校园 ${count}`)
  await mkdir(folder, { recursive: true })
  for (let index = 0; index < count; index += 1) {
    const photo = await samplePhoto(sceneNames[index % sceneNames.length] ?? 'pond', {
      width: 2100,
      height: 1500,
      quality: 90,
      takenAt: '2023:05:20 09:30:00',
      seed: index + 1,
      mirrored: index >= sceneNames.length,
    })
    await writeFile(path.join(folder, `IMG_${1201 + index}.JPG`), withComments(photo, megabytes * megabyte))
  }
  for (const [index, size] of videos.entries())
    await longVideo(path.join(folder, `VID_${1301 + index}.mp4`), size, index)
  return folder
}

/** A JPEG grown to a size by COM segments right after its first two bytes (ITU-T T.81, B.2.4.5). */
function withComments(jpeg: Buffer, bytes: number): Buffer {
  const comments: Buffer[] = []
  for (let left = bytes - jpeg.length; left >= 4;) {
    const length = Math.min(0xffff, left - 2)
    const comment = Buffer.alloc(length + 2, comments.length)
    comment.writeUInt16BE(0xfffe)
    comment.writeUInt16BE(length, 2)
    comments.push(comment)
    left -= comment.length
  }
  return Buffer.concat([jpeg.subarray(0, 2), ...comments, jpeg.subarray(2)])
}

/** A sound video with a box of the kind that players pass over, which is a hole in the file but for its mark. */
async function longVideo(video: string, megabytes: number, mark: number): Promise<void> {
  await copyFile(path.join(import.meta.dirname, '..', 'resources', 'samples', 'science-van-121s.mp4'), video)
  const box = Buffer.alloc(9, mark)
  box.writeUInt32BE(megabytes * megabyte)
  box.write('free', 4, 'latin1')
  const file = await open(video, 'a')
  try {
    const { size } = await file.stat()
    await file.write(box)
    await file.truncate(size + megabytes * megabyte)
  } finally {
    await file.close()
  }
}

/** A project of such files that can be packed, with what is chosen of how it goes out. */
export async function seedSending(
  dataDir: string,
  folder: string,
  sending?: SendingChoice,
): Promise<ProjectDocument> {
  const document = await seedReady(dataDir, folder)
  const media = { ...taskDraft(document, 'media'), ...(sending && { sending }) }
  return seedProject(dataDir, folder, document.id, { tasks: { media } })
}

const run = promisify(execFile)

/** What python says of an archive: the names in it, after its own test of every checksum. */
export async function namesByPython(archive: string): Promise<string[]> {
  const program =
    'import sys,json,zipfile; z=zipfile.ZipFile(sys.argv[1]); bad=z.testzip(); print(json.dumps(["damaged: "+bad] if bad else z.namelist()))'
  const { stdout } = await run('python3', ['-c', program, archive])
  return JSON.parse(stdout) as string[]
}

/** A draft as python's own reader of mails understands it. */
export interface ReadDraft {
  readonly to: string
  readonly subject: string
  readonly unsent: string
  readonly body: string
  readonly attachments: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
}

export async function draftByPython(file: string): Promise<ReadDraft> {
  const program = `
import sys, json, hashlib, email, email.policy
with open(sys.argv[1], 'rb') as f: mail = email.message_from_binary_file(f, policy=email.policy.default)
held = [(a.get_filename(), a.get_content()) for a in mail.iter_attachments()]
print(json.dumps({
  'to': str(mail['to']), 'subject': str(mail['subject']), 'unsent': str(mail['x-unsent']),
  'body': mail.get_body(('plain',)).get_content(),
  'attachments': [{'name': n, 'bytes': len(c), 'sha256': hashlib.sha256(c).hexdigest()} for n, c in held]}))`
  const { stdout } = await run('python3', ['-c', program, file], { maxBuffer: 64 * megabyte })
  return JSON.parse(stdout) as ReadDraft
}
