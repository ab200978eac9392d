import { cp, mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { samplePhoto } from '../../engine/samples/photo.ts'
import { activities } from '../../engine/samples/activities.ts'
import { fillForm } from '../fill-form.ts'
import { dayInWords } from '../demo-material.ts'
import { runToEnd } from './run-program.ts'

/** What is packed again and again; made once for a run of the harness. */
export interface Material {
  /** A folder of photos and a video that pass the check, and one of tables. */
  readonly media: string
  readonly tables: string
  readonly unit: string
  /** The filled-in form of `media`, with the sizes that its photos have. */
  readonly sheet: string
  /** For each photo another one of exactly the same size: what is put in its place. */
  readonly twins: string
  readonly photos: readonly string[]
}

const scenes = ['scienceVan', 'windFarm', 'pond', 'rain', 'weatherStation'] as const
const taken = new Date('2023-05-20T10:15:00+08:00')
const video = path.join(import.meta.dirname, '..', '..', 'resources', 'samples', 'science-van-121s.mp4')
const unit = {
  name: '辽宁省气象学会',
  class: 'society',
  region: '沈阳市',
  contact: '李四',
  phone: '024-23221703',
}
const header = '活动名称,活动时间,活动地点,主办单位,活动内容,联系人,联系电话'
const brief = '围绕节约用水开展讲解和互动实验，发放宣传手册。'

/** @param program the command line, as `node`'s words */
export async function makeMaterial(
  home: string,
  program: string,
  environment: NodeJS.ProcessEnv,
): Promise<Material> {
  const material: Material = {
    media: path.join(home, '素材'),
    tables: path.join(home, '表格'),
    unit: path.join(home, '单位信息.json'),
    sheet: path.join(home, '说明表.xlsx'),
    twins: path.join(home, '替身'),
    photos: scenes.map((_, index) => `IMG_${1001 + index}.JPG`),
  }
  for (const folder of [material.media, material.tables, material.twins])
    await mkdir(folder, { recursive: true })
  for (const [index, scene] of scenes.entries()) {
    const look = { width: 2600, height: 1950, quality: 98, takenAt: '2023:05:20 09:30:00', seed: index + 1 }
    const photo = await samplePhoto(scene, look)
    const name = material.photos[index] ?? ''
    await put(path.join(material.media, name), withComment(photo, 'kept'))
    await put(path.join(material.twins, name), withComment(photo, 'twin'))
  }
  await put(path.join(material.media, '活动纪实.mp4'), await readFile(video))
  await writeFile(material.unit, JSON.stringify(unit))
  for (const [index, county] of ['和平区', '沈河区'].entries())
    await put(
      path.join(material.tables, `${county}.csv`),
      Buffer.from(`\uFEFF${[header, ...rowsOf(county, index)].join('\r\n')}\r\n`),
    )
  const words = ['form', material.media, '--task', 'media', '--unit', material.unit, '--out', material.sheet]
  const { code, err } = await runToEnd([program, ...words], environment)
  if (code !== 0) throw new Error(`no form: ${err}`)
  await fillForm(material.sheet, (file) => ({
    题目: `科普活动${path.parse(file).name}`,
    拍摄者或来源: '张三 摄',
    拍摄时间: dayInWords('2023-05-20'),
    拍摄地点: '沈阳市沈河区文化路小学',
    简介: activities[0]?.occasion ?? '',
  }))
  return material
}

/** Lays the sources anew where they are not as they were made: with their times, so that what is known of them stays known. */
export const layAgain = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, preserveTimestamps: true, force: true })

const rowsOf = (county: string, turn: number): string[] =>
  Array.from({ length: 30 }, (_, index) => {
    const day = 1 + ((index + turn) % 28)
    return `${county}节水讲座第${index + 1}讲,9月${day}日,${county}文化路第${index + 1}小学,辽宁省水利厅,${brief},李明,024-23221703`
  })

/** A JPEG with a comment right after its first two bytes (ITU-T T.81, B.2.4.5): other bytes, the same picture and size. */
function withComment(jpeg: Buffer, words: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, words.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(words, 'latin1'), jpeg.subarray(2)])
}

async function put(file: string, content: Buffer): Promise<void> {
  await writeFile(file, content)
  await utimes(file, taken, taken)
}
