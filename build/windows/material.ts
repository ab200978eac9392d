import { copyFile, cp, mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  jpeg,
  lzwTiff,
  plainTiff,
  deepPng,
  writeOldPhotos,
  writeStrangers,
} from '../../cli/old-photos.fixture.ts'
import { header, sound, table } from '../../cli/list.fixture.ts'
import { sampleSet } from '../../engine/samples/sample-set.ts'
import { cityUnit } from '../demo-material.ts'

const root = path.join(import.meta.dirname, '..', '..')
const lists = path.join(root, 'engine', 'lists', 'fixtures')

const department = { name: '辽宁省水利厅', class: 'member', contact: '李明', phone: '024-12345678' }

/** Names of what lies in the material, as the clerk calls it. */
export const named = {
  activities: '2023科普活动素材',
  phone: '手机里的 杂照（未整理）',
  old: '老照片 2005—2012',
  counties: '各县区报来的表',
  template: '官方 空白表.xlsx',
  unit: '单位信息.json',
  department: '厅里的单位信息.json',
  table: '两项活动.csv',
} as const

/** Writes what a clerk has on drive D: sound files, what is found among a phone's pictures, old photos, tables of counties. */
export async function writeMaterial(folder: string): Promise<void> {
  for (const { relative, role, modified, make } of sampleSet) {
    const [top = '', ...rest] = relative.split('/')
    const below = role === 'faulty' ? [named.phone, ...rest] : [named.activities, top, ...rest]
    const target = path.join(folder, ...below)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, await make(path.join(root, 'resources')))
    await utimes(target, modified, modified)
  }
  await writeOdd(path.join(folder, named.phone))
  await writeOldPhotos(path.join(folder, named.old), {
    '一号 启动仪式.jpeg': () => jpeg(0, 1_048_576),
    '二号.JPG': () => jpeg(1, 2_500_000),
    '三号（扫描）.png': () => deepPng(2),
    '四号.tif': () => lzwTiff(3),
    '五号.TIFF': () => plainTiff(4),
  })
  await cp(path.join(lists, 'counties'), path.join(folder, named.counties), {
    recursive: true,
    filter: (file) => !/README\.md$|expected\.json$/.test(file),
  })
  await copyFile(path.join(lists, 'templates', 'official-annex2.xlsx'), path.join(folder, named.template))
  await writeFile(path.join(folder, named.table), table(header, ...sound))
  await writeFile(path.join(folder, named.unit), JSON.stringify(cityUnit))
  await writeFile(path.join(folder, named.department), JSON.stringify(department))
}

/** What decoders and names have trouble with. */
async function writeOdd(folder: string): Promise<void> {
  await writeStrangers(path.join(folder, '别的格式'))
  const whole = await readFile(path.join(folder, '微信图片_20230522101530.jpg'))
  const middle = whole.length >> 1
  const holed = Buffer.from(whole).fill(0, middle, middle + 4000)
  const odd: Readonly<Record<string, Buffer | string>> = {
    '半张.jpg': whole.subarray(0, middle),
    '坏了一块.jpg': holed,
    '空的.jpg': '',
    '其实是文本.jpg': '这不是图片',
    '#100%＆（副本）①.jpg': whole,
    '🎈气球🎈.jpg': whole,
    [`${'长'.repeat(80)}.jpg`]: whole,
    'Thumbs.db': 'litter',
    '~$说明.docx': 'litter',
  }
  const place = path.join(folder, '损坏和怪名字')
  await mkdir(place, { recursive: true })
  for (const [name, content] of Object.entries(odd)) await writeFile(path.join(place, name), content)
}
