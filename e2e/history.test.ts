import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { jpeg, writeOldPhotos, writeStrangers } from '../cli/old-photos.fixture.ts'
import type { UnitDraft } from '../shared/project/document.ts'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import {
  cellsOf,
  declare,
  downloaded,
  drop,
  expectPicture,
  look,
  names,
  pane,
  reads,
  sound,
  toTask,
  writeDown,
} from './history.fixture.ts'
import { twoPhotos } from './material.fixture.ts'
import { seedProject } from './seed.fixture.ts'
import { shot } from './shot.fixture.ts'
import { cell, dialog, pack, packButton, settled } from './steps.fixture.ts'
import { unzipped } from './unzipped.fixture.ts'

let home: string
let app: RunningApp
beforeEach(async () => void (home = await mkdtemp(path.join(tmpdir(), '科普 历年 '))))
afterEach(async () => {
  await app.stop()
  await rm(home, { recursive: true, force: true })
})
afterAll(closeBrowser)

const shenyang: UnitDraft = {
  name: '沈阳市科协',
  class: 'city',
  region: '沈阳市',
  contact: '张三',
  phone: '024-23221703，15041455447',
}
const society: UnitDraft = { ...shenyang, name: '辽宁省气象学会', class: 'society' }

/** The window of a unit that has not begun. */
async function open(unit: UnitDraft): Promise<{ page: Page; complaints: string[] }> {
  const empty = path.join(home, '空')
  await mkdir(empty)
  await seedProject(path.join(home, 'data'), empty, 'seeded', { tasks: {}, unit })
  app = await startApp({ dataDir: path.join(home, 'data'), out: path.join(home, '输出') })
  return openWindow(app, { width: 1920, height: 1080 })
}

test('old pictures are judged by their content, told apart from what is not sent, and seen large', async () => {
  const folder = path.join(home, '老照片')
  await writeOldPhotos(folder, { ...sound, '7号.jpg': () => jpeg(6, 999_999) })
  await writeStrangers(folder)
  const { page, complaints } = await open(shenyang)
  await toTask(page, '历年图片')
  await reads(page, /8月20日截止/, /发往 kepuri@cast.org.cn（王晓萌）/, '图片 JPG、PNG 或 TIFF，不小于 1 MB')
  await drop(page, folder, 13)
  await shot(page, 'history-dropped')

  for (const [file, ...said] of [
    ['1号.jpg', /1\.00 MB/],
    ['2号.JPEG', /文件大小 0\.95 MB（1,000,000 字节），要求不小于 1 MB：按电脑上显示的大小/],
    ['7号.jpg', /文件大小 0\.95 MB（999,999 字节），要求不小于 1 MB/, /请找原图或更清楚的一份/],
    ['网页图.webp', '文件内容是 WebP（网页图片格式），要求 JPG、PNG 或 TIFF', /从网页上存下来的，请找原图/],
    ['画图.bmp', '文件内容是 BMP（位图），要求 JPG、PNG 或 TIFF', /另存为PNG/],
    ['活动录像.mp4', /这项任务只收 JPG、PNG 或 TIFF/],
    ['扫描件.pdf', /这是PDF文档，不是图片或视频，不会装进报送包/],
  ] as const) {
    await look(page, file)
    for (const text of said) await pane(page).getByText(text).first().waitFor()
    await settled(page)
    if (file !== '1号.jpg') await shot(page, `history-${file}`)
  }

  // A browser shows no TIFF: the engine's picture must stand for it, beside the list and large.
  for (const file of ['4号.tif', '5号.tiff', '6号.tif']) {
    await look(page, file)
    await expectPicture(page, '.detail-picture img', 200)
    await pane(page)
      .getByRole('button', { name: /^看大图/ })
      .click()
    await expectPicture(page, '.detail-original img', 1000)
    await settled(page)
    await shot(page, `history-large-${file}`)
    await page.keyboard.press('Escape')
    await settled(page)
  }

  await page.getByRole('textbox', { name: /查找/ }).fill('')
  // What is not sent is taken out: first what has the wrong format or size, then what is no picture.
  const filters = page.getByLabel('显示哪些文件')
  for (const filter of [/^有问题/, /^不报送/]) {
    await filters.getByText(filter).click()
    await page.getByRole('checkbox', { name: '选中列出的全部文件' }).check()
    await page.getByRole('button', { name: '移除', exact: true }).click()
  }
  await filters.getByText(/^全部/).click()
  await filters.getByText('全部 6').waitFor()
  expect(complaints).toEqual([])
})

test('old pictures are described, declared, packed and sent', async () => {
  const folder = path.join(home, '老照片')
  await writeOldPhotos(folder, sound)
  const { page, complaints } = await open(shenyang)
  await toTask(page, '历年图片')
  await drop(page, folder, 6)
  await writeDown(page, '拍摄地点', names, '沈阳市中山广场')
  await writeDown(page, '图片来源', names, '沈阳市科协档案')
  for (const [index, file] of names.entries())
    await cell(page, '拍摄时间', file).fill(
      ['2005年', '2012年9月', '2012-09-17', '2003年', '2008', '2010.9'][index] ?? '',
    )
  await look(page, '4号.tif')
  await pane(page).getByText('拍摄时间是 2003年，要求在 2004年至2023年之内').first().waitFor()
  await page.getByRole('textbox', { name: /查找/ }).fill('')
  await cell(page, '拍摄时间', '4号.tif').fill('2006年')
  await writeDown(page, '图片说明', names.slice(1), '市科协在中山广场举办科普日主场活动。')

  // In the pane, what the notice wants told stands above the text while it is written.
  await look(page, '1号.jpg')
  const caption = pane(page).getByLabel('图片说明', { exact: true })
  await caption.fill('科'.repeat(201))
  await reads(page, '图片说明现在 201 字，要求不超过 200 字', '字数 201/200 · 字符 201')
  await caption.fill('2005年，市科协在中山广场举办科普日活动，市民踊跃参加，是我市首次。')
  for (const prompt of ['时间', '事由', '人物', '意义'])
    await pane(page).getByText(prompt, { exact: true }).waitFor()
  await settled(page)
  await shot(page, 'history-writing')
  await page.getByRole('textbox', { name: /查找/ }).fill('')

  await packButton(page).click()
  await dialog(page).getByText('还不能打包').waitFor()
  await dialog(page).getByText('还没有确认：“无权属纠纷，无侵犯他人肖像权、著作权、名誉权等情况”').waitFor()
  await settled(page)
  await shot(page, 'history-undeclared')
  await dialog(page).getByRole('button', { name: '去处理' }).first().click()
  await settled(page)
  await shot(page, 'history-declarations')
  await declare(page)
  await reads(page, '都齐了，可以打包')
  await settled(page)
  await shot(page, 'history-ready')

  await pack(page)
  await reads(
    page,
    'kepuri@cast.org.cn',
    /王晓萌　010-68512519/,
    '科普日图片+沈阳市科协+024-23221703，15041455447',
    '这是通知规定的写法，请不要改动',
  )
  await settled(page)
  await shot(page, 'history-send')
  const { name, files } = await downloaded(page)
  expect(name).toBe('全国科普日历年图片-沈阳市科协.zip')
  expect([...files.keys()].filter((file) => file.startsWith('图片/'))).toEqual(
    ['1号.jpg', '2号.jpg', '3号.png', '4号.tif', '5号.tif', '6号.tif'].map(
      (file, index) => `图片/0${index + 1}-沈阳市科协-${file}`,
    ),
  )
  expect(files.get('图片/05-沈阳市科协-5号.tif')).toEqual(await readFile(path.join(folder, '5号.tiff')))
  const rows = await cellsOf(files.get('全国科普日活动历史图片信息登记表.xlsx'))
  expect(rows).toContainEqual([
    '序号',
    '拍摄时间',
    '拍摄地点',
    '图片来源',
    '图片说明(200字以内)',
    '提供单位信息(单位名称、联系人、联系方式)',
    '备注',
  ])
  expect(rows.filter(([number]) => /^\d$/u.test(number ?? '')).map(([, when]) => when)).toEqual([
    '2005年',
    '2012年9月',
    '2012年9月17日',
    '2006年',
    '2008年',
    '2010年9月',
  ])
  const word = await unzipped(files.get('全国科普日活动历史图片信息登记表.docx') ?? Buffer.alloc(0))
  expect(word.get('word/document.xml')?.toString('utf8')).toContain('是我市首次')
  const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '{}') as unknown
  expect(manifest).toMatchObject({ declared: ['quality', 'rights'] })
  expect(complaints).toEqual([])
})

test('the same pictures go out under both annexes, each with its own texts', async () => {
  const folder = await twoPhotos(home)
  const files = ['IMG_1201.JPG', 'IMG_1202.JPG']
  const { page, complaints } = await open(society)
  await toTask(page, '宣传素材')
  await drop(page, folder, 2)
  await writeDown(page, '拍摄者或来源', files, '张三 摄')
  await writeDown(page, '拍摄地点', files, '文化路小学')
  await writeDown(page, '简介', files, '今年的活动。')
  await reads(page, '可以打包')
  await pack(page)

  await toTask(page, '历年图片')
  await drop(page, folder, 2)
  await writeDown(page, '拍摄地点', files, '沈阳市')
  await writeDown(page, '图片来源', files, '气象学会档案')
  await writeDown(page, '图片说明', files, '二十年来的一次活动。')
  await page.getByTitle('看还差什么').click()
  await declare(page)
  await reads(page, '可以打包')
  expect(await page.getByText(/同一个文件|已经报送|减去重复/).count()).toBe(0)
  await settled(page)
  await shot(page, 'history-same-pictures')
  await pack(page)
  const sent = await downloaded(page)
  const [row] = (await cellsOf(sent.files.get('全国科普日活动历史图片信息登记表.xlsx'))).filter(
    ([number]) => number === '1',
  )
  expect(row?.slice(1, 5)).toEqual(['2023年5月20日', '沈阳市', '气象学会档案', '二十年来的一次活动。'])

  await page.reload()
  await toTask(page, '宣传素材')
  await expect.poll(() => cell(page, '简介', 'IMG_1202.JPG').inputValue()).toBe('今年的活动。')
  await toTask(page, '历年图片')
  await expect.poll(() => cell(page, '图片说明', 'IMG_1202.JPG').inputValue()).toBe('二十年来的一次活动。')
  expect(complaints).toEqual([])
})
