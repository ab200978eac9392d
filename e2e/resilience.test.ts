import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProjectDocument } from '../shared/project/document.ts'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { manyPictures, twoPhotos } from './material.fixture.ts'
import { projectsFolder, seedProject } from './seed.fixture.ts'
import { dropOn } from './drop.fixture.ts'
import { cell, measured } from './steps.fixture.ts'

let home: string
let folders: { dataDir: string; out: string }
let app: RunningApp | undefined
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 中断 '))
  folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
})
afterEach(async () => {
  await app?.stop()
  app = undefined
  await rm(home, { recursive: true, force: true })
})
afterAll(closeBrowser)

const onDisk = async (): Promise<ProjectDocument> => {
  const folder = projectsFolder(folders.dataDir)
  const name = (await readdir(folder)).find((one) => one.endsWith('.json')) ?? ''
  return JSON.parse(await readFile(path.join(folder, name), 'utf8')) as ProjectDocument
}

describe('an engine that dies', () => {
  test('is replaced while the clerk types, and nothing that was typed is lost', async () => {
    await seedProject(folders.dataDir, await manyPictures(home, 12))
    app = await startApp(folders)
    const { page } = await openWindow(app)
    await measured(page)
    const field = cell(page, '题目', 'IMG_00002.JPG')
    await field.fill('开头')
    for (let turn = 0; turn < 5; turn += 1) {
      for (const pid of await app.engines()) process.kill(pid, 'SIGKILL')
      await field.focus()
      await page.keyboard.press('End')
      await page.keyboard.type(`第${turn}句`)
      await page.waitForTimeout(600)
    }
    const typed = '开头第0句第1句第2句第3句第4句'
    expect(await field.inputValue()).toBe(typed)
    const saved = async () => (await onDisk()).tasks['media']?.items[2]?.fields['title']
    await expect.poll(saved, { timeout: 20_000 }).toBe(typed)
    await expect.poll(() => page.getByText('正在重新启动').count(), { timeout: 20_000 }).toBe(0)
  })

  test('in the middle of measuring is replaced, and the measuring goes on to the end', async () => {
    await seedProject(folders.dataDir, await manyPictures(home, 400))
    app = await startApp(folders)
    const { page } = await openWindow(app)
    await page
      .getByText(/正在检测/)
      .first()
      .waitFor()
    for (const pid of await app.engines()) process.kill(pid, 'SIGKILL')
    await measured(page)
    await page.getByText(/全部\s*400/).waitFor()
    expect(await page.getByText('读不出来').count()).toBe(0)
  })
})

test('a window that is closed in the middle of measuring finds everything when it is opened again', async () => {
  await seedProject(folders.dataDir, await manyPictures(home, 300))
  app = await startApp(folders)
  const first = await openWindow(app)
  await cell(first.page, '题目', 'IMG_00001.JPG').fill('写到一半')
  await first.page.waitForTimeout(700)
  await first.page.close()
  const { page } = await openWindow(app)
  await measured(page)
  expect(await cell(page, '题目', 'IMG_00001.JPG').inputValue()).toBe('写到一半')
})

test('the host is killed and started again on the same folders: the work is there', async () => {
  await seedProject(folders.dataDir, await manyPictures(home, 6))
  app = await startApp(folders)
  const first = await openWindow(app)
  await measured(first.page)
  await cell(first.page, '题目', 'IMG_00001.JPG').fill('停电之前')
  await first.page.waitForTimeout(1000)
  app.process.kill('SIGKILL')
  await first.page.close()
  app = await startApp(folders)
  const { page } = await openWindow(app)
  await expect.poll(() => cell(page, '题目', 'IMG_00001.JPG').inputValue()).toBe('停电之前')
})

describe('two windows on one project', () => {
  test('the second is told, may take over, and then the first is told', async () => {
    await seedProject(folders.dataDir, await manyPictures(home, 3))
    app = await startApp(folders)
    const { page, context } = await openWindow(app)
    await cell(page, '题目', 'IMG_00001.JPG').waitFor()
    const second = await openWindow(app, { context })
    await second.page.getByText('正在另一个窗口里打开着').waitFor()
    await second.page.getByRole('button', { name: '在这里打开' }).click()
    await cell(second.page, '题目', 'IMG_00001.JPG').fill('第二个窗口')
    await page.getByText('已在另一个窗口继续').waitFor()
  })
})

test('files that were moved are told as files that cannot be read', async () => {
  const folder = await twoPhotos(home)
  await seedProject(folders.dataDir, folder)
  const moved = path.join(home, '移动硬盘', '科普大篷车')
  await mkdir(path.dirname(moved))
  await rename(folder, moved)
  app = await startApp(folders)
  const { page } = await openWindow(app)
  await measured(page)
  await page.getByText('读不出来').or(page.getByText('找不到')).first().waitFor()
})

test('a wrong token, host or origin gets nothing', async () => {
  app = await startApp(folders)
  const { port } = app.launched
  const ask = (headers: Record<string, string>, where = '/') =>
    new Promise<number>((resolve, reject) => {
      const call = request({ port, host: '127.0.0.1', path: where, headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      call.once('error', reject)
      call.end()
    })
  expect(await ask({}, '/?token=guess')).toBe(401)
  expect(await ask({ host: `evil.example:${port}` })).toBe(421)
  expect(await ask({ origin: 'http://evil.example' })).toBe(403)
  const token = new URL(app.launched.address).searchParams.get('token') ?? ''
  expect(await ask({ cookie: `kepuri-${port}=${token}` })).toBe(200)
})

test('a folder that is dropped once more adds nothing', async () => {
  await seedProject(folders.dataDir, await manyPictures(home, 3))
  app = await startApp(folders)
  const { page } = await openWindow(app)
  await cell(page, '题目', 'IMG_00001.JPG').waitFor()
  const photos = await twoPhotos(home)
  await dropOn(page, [photos])
  await page.getByText(/全部\s*5/).waitFor()
  await measured(page)
  await dropOn(page, [photos])
  await page.getByText('没有新的文件，2 个已经在列表里').waitFor()
  await page.getByText(/全部\s*5/).waitFor()
})
