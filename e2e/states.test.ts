import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UnitDraft } from '../shared/project/document.ts'
import { closeBrowser, openBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { manyPictures, photosAndLongVideo, photosWithProblems, twoPhotos } from './material.fixture.ts'
import { projectsFolder, seedProject, seedReady } from './seed.fixture.ts'
import { shot } from './shot.fixture.ts'
import { cell, dialog, measured, pack, packButton, settled, startPacking } from './steps.fixture.ts'

let home: string
let folders: { dataDir: string; out: string }
let apps: RunningApp[] = []
beforeAll(async () => void (await openBrowser()))
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 状态 '))
  folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
})
afterEach(async () => {
  await Promise.all(apps.map((app) => app.stop()))
  apps = []
  await rm(home, { recursive: true, force: true })
})
afterAll(closeBrowser)

async function start(given = folders): Promise<RunningApp> {
  const app = await startApp(given)
  apps.push(app)
  return app
}
const open = async (): Promise<Page> => (await openWindow(await start())).page

/** What the clerk reads, and a picture of it. */
async function reads(page: Page, name: string, ...texts: readonly (string | RegExp)[]): Promise<void> {
  for (const text of texts) await page.getByText(text).filter({ visible: true }).first().waitFor()
  await settled(page)
  await shot(page, name)
}

const blankUnit: UnitDraft = { name: '', class: '', region: '', contact: '', phone: '' }
const cityUnit: UnitDraft = {
  ...blankUnit,
  name: '沈阳市科协',
  class: 'city',
  region: '沈阳市',
  contact: '李四',
  phone: '024-23221703',
}

/** Whether a call carries the operation. */
const carries = (route: Route, operation: string): boolean =>
  route.request().postData()?.includes(`"${operation}"`) ?? false

describe('before there is anything', () => {
  test('the first start asks for the unit, and a task can be looked at without one', async () => {
    const page = await open()
    await reads(page, 'first-start', '第一次使用，先填报送单位', '三步完成报送', '用示例试一试')
    await page.getByRole('button', { name: /宣传素材/ }).click()
    await reads(page, 'empty-task-no-unit', '把照片和视频拖到这里', '请填写单位信息', '还没有文件')
    await packButton(page).click()
    await reads(page, 'nothing-to-pack', '还没有可以打包的文件')
  })

  test('files without a unit are kept, and what is missing is the unit', async () => {
    await seedProject(folders.dataDir, await twoPhotos(home), 'seeded', { unit: blankUnit })
    const page = await open()
    await measured(page)
    await reads(page, 'no-unit', '请填写单位信息', '单位信息没填全', /单位信息还没填全：单位名称/)
  })

  test('an empty task says what the notice asks for', async () => {
    await seedProject(folders.dataDir, await twoPhotos(home), 'seeded', { tasks: {}, unit: cityUnit })
    const page = await open()
    await reads(page, 'empty-task', '把照片和视频拖到这里', '通知要求', /各市要报.*20 个/)
  })
})

describe('files', () => {
  test('are counted while they are measured', async () => {
    await seedProject(folders.dataDir, await manyPictures(home, 300))
    const app = await start()
    const { page } = await openWindow(app)
    await page
      .getByText(/正在检测 \d+／300/)
      .first()
      .waitFor()
    // Held still, so that there is time to look.
    const [engine = 0] = await app.engines()
    process.kill(engine, 'SIGSTOP')
    await reads(page, 'probing', /正在检测 \d+／300/, '检测完就知道还差什么', /还在检测 \d+ 个/)
    process.kill(engine, 'SIGCONT')
    await measured(page)
  })

  test('that are all fine can be packed', async () => {
    await seedReady(folders.dataDir, await twoPhotos(home))
    const page = await open()
    await measured(page)
    await reads(page, 'all-fine', '都齐了，可以打包', '数量够了')
  })

  test('with problems are told by kind, and each with what to do', async () => {
    await seedProject(folders.dataDir, await photosWithProblems(home))
    const page = await open()
    await measured(page)
    await reads(page, 'problems', '必须改', '说明没有填全', '文件损坏', /还差 \d+ 处/)
    await page.getByTitle('看 IMG_0004.JPG 的检查结果').click()
    await reads(page, 'problem-details', '文件不完整，后面缺了一截', '换一张…')
  })

  test('that cannot be read any more are found again where they went', async () => {
    const folder = await twoPhotos(home)
    await seedReady(folders.dataDir, folder)
    const moved = path.join(home, '移动硬盘', '科普大篷车')
    await mkdir(path.dirname(moved))
    await rename(folder, moved)
    const page = await open()
    await measured(page)
    await reads(page, 'unreadable', '文件读不出来', '2 个文件不合格')
    await page.getByTitle('看 IMG_1201.JPG 的检查结果').click()
    await reads(page, 'moved', /文件不见了，可能被移动、改名或删除/)
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '找回文件…' }).click(),
    ])
    await chooser.setFiles(moved)
    await page.getByText('找回了 2 个文件').waitFor()
    await measured(page)
    await reads(page, 'relocated', '都齐了，可以打包')
  })

  test('that are too few for the unit are counted against its quota', async () => {
    await seedReady(folders.dataDir, await twoPhotos(home), { unit: cityUnit })
    const page = await open()
    await measured(page)
    await reads(page, 'quota-short', '共 2／20', '还差 18', '数量还少 18 个', '各市要求不少于 20 个')
  })
})

describe('the deadline', () => {
  test.each([
    ['deadline-near', '2023-08-30T10:00:00+08:00', ['8月31日截止，还剩 1 天', '剩 1 天']],
    ['deadline-passed', '2023-09-02T10:00:00+08:00', ['8月31日截止，已过 2 天', '已过截止日 2 天']],
  ] as const)('is told as it is on its day: %s', async (name, now, texts) => {
    await seedReady(folders.dataDir, await twoPhotos(home))
    const { page } = await openWindow(await start(), {
      beforeLoad: (one) => one.clock.setFixedTime(new Date(now)),
    })
    await measured(page)
    await reads(page, name, ...texts)
  })
})

describe('packing', () => {
  test('shows how far it is, can be cancelled, and leaves nothing behind then', async () => {
    await seedReady(folders.dataDir, await photosAndLongVideo(home))
    const app = await start()
    const { page } = await openWindow(app)
    await measured(page)
    await packButton(page).click()
    await reads(page, 'preflight', '图片 2 张，视频 1 个', folders.out)
    await startPacking(page)
    await page.getByText(/正在(写入压缩包|重新打开逐个核对)/).waitFor()
    const [engine = 0] = await app.engines()
    process.kill(engine, 'SIGSTOP')
    await reads(page, 'packing', /正在(写入压缩包|重新打开逐个核对)/, /共 3 个文件|说明文档和清单/)
    await page.getByRole('button', { name: '取消', exact: true }).click()
    process.kill(engine, 'SIGCONT')
    await reads(page, 'cancelled', '已取消', '什么也没有写，也没有留下打了一半的包')
    expect(await readdir(folders.out).catch(() => [])).toEqual([])
  })

  test('on a full disk says how much room is needed', async () => {
    const disk = await smallDisk()
    if (!disk) return
    try {
      await seedReady(folders.dataDir, await twoPhotos(home))
      const { page } = await openWindow(await start({ ...folders, out: disk.folder }))
      await measured(page)
      await packButton(page).click()
      // Known before anything is tried.
      await reads(page, 'disk-full', /磁盘空间不够（需要 .*MB.*剩余 .*MB/, '再看一次')
      expect(await page.getByRole('button', { name: '开始打包' }).isEnabled()).toBe(false)
      expect(await readdir(disk.folder)).toEqual([])
    } finally {
      await Promise.all(apps.splice(0).map((app) => app.stop()))
      disk.release()
    }
  })

  test('into a folder that cannot be written says so', async () => {
    await writeFile(folders.out, 'a file stands where the folder should')
    await seedReady(folders.dataDir, await twoPhotos(home))
    const page = await open()
    await measured(page)
    await packButton(page).click()
    await reads(page, 'unwritable', /写不进去/)
    expect(await page.getByRole('button', { name: '开始打包' }).isEnabled()).toBe(false)
  })

  test('ends at a page for sending, which knows when it was sent and when the folder is gone', async () => {
    await seedReady(folders.dataDir, await twoPhotos(home))
    const page = await open()
    await measured(page)
    await pack(page)
    await reads(page, 'done', '打包完成，核对无误', '写一封邮件发出去', '384425222@qq.com')
    await page.getByRole('button', { name: '我已发送' }).click()
    await reads(page, 'sent', /已发送 \d+月\d+日/, '已经发送，这一项办完了')
    const [name = ''] = await readdir(folders.out)
    await rm(path.join(folders.out, name), { recursive: true })
    await page.reload()
    await reads(page, 'package-gone', '这个包的文件夹已经被删除或移走了', '请重新打包')
    await page.getByRole('button', { name: '重新打包' }).click()
    await startPacking(page)
    await reads(page, 'packed-again', '打包完成，核对无误', '历次打包')
    expect(await readdir(folders.out)).toHaveLength(1)
  })
})

/** A disk of 8 MB; undefined where none can be mounted. */
async function smallDisk(): Promise<{ readonly folder: string; release(): void } | undefined> {
  const folder = path.join(home, '小U盘')
  await mkdir(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    console.warn('e2e/states: no small disk can be mounted here, a full one is not tried')
    return undefined
  }
  return { folder, release: () => execFileSync('umount', [folder]) }
}

describe('the program and the project', () => {
  test('an engine that is gone is told while edits wait, and when they are saved', async () => {
    await seedProject(folders.dataDir, await twoPhotos(home))
    const app = await start()
    const { page } = await openWindow(app)
    await measured(page)
    await page.route('**/call', (route) =>
      carries(route, 'project.edit') ? route.abort() : route.continue(),
    )
    for (const pid of await app.engines()) process.kill(pid, 'SIGKILL')
    await cell(page, '题目', 'IMG_1202.JPG').fill('中断的时候写的')
    await reads(page, 'engine-gone', '程序刚才中断了，正在重新启动。填好的内容都在，会自动存上。')
    await page.unroute('**/call')
    await reads(page, 'engine-back', '程序已恢复，内容都存好了。')
    await page.reload()
    await expect.poll(() => cell(page, '题目', 'IMG_1202.JPG').inputValue()).toBe('中断的时候写的')
  })

  test('a second window is told, and the first when the second takes over', async () => {
    await seedProject(folders.dataDir, await twoPhotos(home))
    const app = await start()
    const { page, context } = await openWindow(app)
    await measured(page)
    const second = await openWindow(app, { context })
    await reads(second.page, 'second-window', '这份报送正在另一个窗口里打开着', '请回到那个窗口继续')
    await second.page.getByRole('button', { name: '在这里打开' }).click()
    await measured(second.page)
    await reads(page, 'first-window-ended', '这份报送已在另一个窗口继续', '在这里打开')
  })

  test('a damaged record is put aside as it is, and the clerk begins anew', async () => {
    await mkdir(projectsFolder(folders.dataDir), { recursive: true })
    await writeFile(path.join(projectsFolder(folders.dataDir), 'x.json'), '{"format":1,"id":"x","rev')
    const page = await open()
    await reads(page, 'damaged-aside', '有一份报送的记录损坏了', /已原样保存在 .*x/, '第一次使用')
    expect(await page.getByText('NaN').or(page.getByText('undefined')).count()).toBe(0)
  })

  test('a project that something else has changed stops the window at the next edit', async () => {
    await seedProject(folders.dataDir, await twoPhotos(home))
    const page = await open()
    await measured(page)
    const reply = await page.evaluate(async () => {
      const call = async (name: string, input: unknown) => {
        const body = JSON.stringify({ type: 'call', id: 1, name, input })
        const headers = { 'content-type': 'application/json' }
        const text = await (await fetch('/call', { method: 'POST', headers, body })).text()
        return JSON.parse(text.trim().split('\n').at(-1) ?? '') as {
          type: string
          output: { revision: number }
        }
      }
      const { output } = await call('project.open', { project: 'seeded' })
      const values = [{ id: 'item-0', fields: { title: '别处改的' } }]
      const edits = [{ type: 'set-values', task: 'media', values }]
      return call('project.edit', { project: 'seeded', revision: output.revision, edits })
    })
    expect(reply.type).toBe('done')
    await cell(page, '简介', 'IMG_1202.JPG').fill('这里写的')
    await reads(page, 'changed-elsewhere', '这份报送已在另一个窗口继续', '为免互相覆盖，这个窗口停下来了')
    await page.getByRole('button', { name: '在这里打开' }).click()
    await expect.poll(() => cell(page, '题目', 'IMG_1201.JPG').inputValue()).toBe('别处改的')
    await expect.poll(() => dialog(page).count()).toBe(0)
  })
})
