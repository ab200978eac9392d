import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Download, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SendingChoice } from '../shared/packing/sending.ts'
import { closeBrowser, openBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { barriers } from './axe.fixture.ts'
import { focused, notLost, walkOn } from './keys.fixture.ts'
import { draftByPython, namesByPython, photosOf, seedSending } from './sending.fixture.ts'
import { shot } from './shot.fixture.ts'
import { dialog, measured, packButton, settled, startPacking } from './steps.fixture.ts'

let home: string
let app: RunningApp | undefined
beforeAll(async () => void (await openBrowser()))
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 发送 '))
})
afterEach(async () => {
  await app?.stop()
  app = undefined
  await rm(home, { recursive: true, force: true })
})
afterAll(closeBrowser)

const megabyte = 1024 * 1024

/** A window on a task that can be packed. */
async function openTask(
  folder: string,
  sending?: SendingChoice,
): Promise<{ page: Page; complaints: string[]; out: string }> {
  const folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
  await seedSending(folders.dataDir, folder, sending)
  app = await startApp(folders)
  const opened = await openWindow(app)
  await measured(opened.page)
  await opened.page.getByText('可以打包').first().waitFor()
  return { ...opened, out: app.out }
}
async function openDialog(page: Page): Promise<void> {
  await packButton(page).click()
  await dialog(page).getByText('怎么发').first().waitFor()
  // What is known of the disk.
  await dialog(page)
    .getByText(/需要 .*剩余/)
    .waitFor()
  await settled(page)
}
const packed = (page: Page) => page.getByText('打包完成，核对无误').waitFor({ timeout: 60_000 })
const ways = (page: Page): Locator => dialog(page).getByRole('radiogroup', { name: '怎么发' })
const rows = (page: Page): Locator => dialog(page).locator('.package-parts tbody tr')
const card = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

async function saved(page: Page, press: Locator): Promise<{ file: string; name: string; sha256: string }> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), press.click()])
  const name = download.suggestedFilename()
  const file = path.join(home, name)
  await download.saveAs(file)
  return {
    file,
    name,
    sha256: createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  }
}

test('twenty photos of 5 MB go out in three mails, each with an archive that opens alone, and one as a draft', async () => {
  const { page, complaints } = await openTask(await photosOf(home, 20))
  await openDialog(page)
  await dialog(page).getByText('分3封邮件发送').waitFor()
  expect(await rows(page).count()).toBe(3)
  expect(await rows(page).allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/第 1 包\s*图片\d张\s*\d+\.\d MB\s*普通附件/)]),
  )
  await shot(page, 'sending-three-parts')
  expect(await barriers(page)).toEqual([])

  // The other ways, by the keyboard; what was proposed is chosen again.
  // Where a click has brought the keyboard no ring is drawn.
  await page.keyboard.press('Shift+Tab')
  const walk = walkOn(page)
  await walk.to(/^button 换一种方式$/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await walk.to(/^input 分3封邮件发送/)
  await page.keyboard.press('ArrowDown')
  await expect
    .poll(() =>
      ways(page)
        .getByRole('radio', { name: /超大附件/ })
        .isChecked(),
    )
    .toBe(true)
  await expect.poll(() => rows(page).count()).toBe(0)
  expect(
    await ways(page)
      .getByRole('radio', { name: /^一封邮件/ })
      .isDisabled(),
  ).toBe(true)
  await ways(page)
    .getByText(/一封邮件最多 45 MB，装不下/)
    .waitFor()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => rows(page).count()).toBe(3)
  await notLost(page, 'after choosing')
  expect(walk.unseen).toEqual([])

  await startPacking(page)
  await packed(page)
  await page.getByText('分 3 个压缩包').waitFor()
  await settled(page)
  await shot(page, 'sending-three-mails')
  expect(await barriers(page)).toEqual([])

  const pictures = new Set<string>()
  for (const turn of [1, 2, 3]) {
    const mail = card(page, `第 ${turn} 封，共 3 封`)
    await page
      .getByRole('main')
      .getByText(`已发 ${turn - 1}／3`)
      .waitFor()
    await mail.getByText(new RegExp(`（${turn}/3）$`)).waitFor()
    const archive = await saved(page, mail.getByRole('button', { name: '下载' }))
    expect(archive.name).toContain(`（第${turn}包，共3包）.zip`)
    expect((await stat(archive.file)).size).toBeLessThanOrEqual(45 * megabyte)
    const names = await namesByPython(archive.file)
    expect(names).toEqual(
      expect.arrayContaining(['说明文档.docx', '说明文档.xlsx', 'manifest.json', 'manifest-sha256.txt']),
    )
    names.filter((name) => name.startsWith('图片/')).forEach((name) => pictures.add(name))

    // Of what mail programs do not carry there is no draft.
    const drafts = mail.getByRole('button', { name: '生成邮件草稿' })
    expect(await drafts.count()).toBe((await stat(archive.file)).size > 35 * megabyte ? 0 : 1)
    if (turn === 3) {
      const draft = await saved(page, drafts)
      const read = await draftByPython(draft.file)
      expect(read).toMatchObject({ to: '384425222@qq.com', unsent: '1' })
      expect(read.subject).toBe('2023年科普日宣传素材-辽宁省气象学会-图片20（3/3）')
      expect(read.body).toContain('邹畅老师')
      expect(read.attachments.map(({ name, sha256 }) => [name, sha256])).toEqual([
        [archive.name, archive.sha256],
      ])
      await mail.getByText('草稿好了').waitFor()
      await page.getByRole('button', { name: /^下载.*\.eml$/ }).waitFor()
      await shot(page, 'sending-draft')
    }
    await mail.getByRole('button', { name: '我已发送' }).click()
    // The card has folded up behind it.
    await notLost(page, `after mail ${turn}`)
  }
  expect(pictures.size).toBe(20)
  await page.getByText('3 封都发了').waitFor()
  expect(complaints).toEqual([])
})

test('what is carried on a disk is a folder, and its mail only tells of it', async () => {
  const { page, complaints, out } = await openTask(await photosOf(home, 2))
  await openDialog(page)
  await dialog(page).getByText('一封邮件，普通附件').waitFor()
  expect(await rows(page).count()).toBe(0)
  await dialog(page).getByRole('button', { name: '换一种方式' }).click()
  await ways(page).getByText('拷到U盘', { exact: true }).click()
  await dialog(page).getByRole('button', { name: '收起' }).click()
  await dialog(page)
    .getByText(/您选的方式/)
    .waitFor()
  await startPacking(page)
  await packed(page)
  await page.getByRole('heading', { name: '拷到U盘', exact: true }).waitFor()
  await settled(page)
  await shot(page, 'sending-disk')
  expect(await barriers(page)).toEqual([])

  const [folder = ''] = await readdir(out)
  const inside = await readdir(path.join(out, folder))
  expect(inside.filter((name) => name.endsWith('.zip'))).toEqual([])
  const carried = inside.find((name) => name.startsWith('科普日宣传素材-')) ?? ''
  expect(await readdir(path.join(out, folder, carried))).toEqual(
    expect.arrayContaining(['图片', '说明文档.docx', 'manifest-sha256.txt']),
  )
  await page.getByText(`把里面的“${carried}”整个文件夹拷到U盘`).waitFor()
  // Whole as it lies there.
  expect(await page.getByText(/文件不在了|和打包时不一样了/).count()).toBe(0)
  expect(await page.getByRole('button', { name: /生成邮件草稿/ }).count()).toBe(0)
  await page.getByRole('button', { name: '我已送出' }).click()
  await page.getByText('这一项办完了').waitFor()
  expect(complaints).toEqual([])
})

test('a way that cannot carry it is told before packing, and the proposed one is a press away', async () => {
  const { page } = await openTask(await photosOf(home, 2), { plan: 'one', cap: 6 * megabyte })
  await openDialog(page)
  await dialog(page)
    .getByText(/一封邮件最多 6 MB，装不下，请换一种方式/)
    .waitFor()
  const start = dialog(page).getByRole('button', { name: '开始打包' })
  expect(await start.isDisabled()).toBe(true)
  expect(await focused(page)).toBe('button 按建议的发')
  await shot(page, 'sending-unfit')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect.poll(() => rows(page).count()).toBe(2)
  await expect.poll(() => start.isEnabled()).toBe(true)
  await expect.poll(() => focused(page)).toBe('button 开始打包')
})

test('a file that is gone since it was checked is told before anything is written', async () => {
  const folder = await photosOf(home, 2)
  const { page, out } = await openTask(folder)
  await rm(path.join(folder, 'IMG_1202.JPG'))
  await packButton(page).click()
  await dialog(page).getByText('有 1 个文件检查之后变了').waitFor()
  await dialog(page)
    .getByRole('listitem')
    .filter({ hasText: /IMG_1202\.JPG\s*不见了/ })
    .waitFor()
  expect(await dialog(page).getByRole('button', { name: '开始打包' }).isDisabled()).toBe(true)
  await notLost(page, 'when packing is barred')
  await shot(page, 'sending-vanished')
  await dialog(page).getByRole('button', { name: '重新检测' }).click()
  await dialog(page).getByText('还不能打包').waitFor()
  expect(await readdir(out).catch(() => [])).toEqual([])
})

test('what goes out by the web mailbox alone is offered no draft: it would have nothing attached', async () => {
  const { page } = await openTask(await photosOf(home, 2), { plan: 'big' })
  await openDialog(page)
  await startPacking(page)
  await packed(page)
  await page.getByRole('heading', { name: '添加超大附件', exact: true }).waitFor()
  await page.getByText(/写信时点“超大附件”/).waitFor()
  expect(await page.getByRole('button', { name: /生成邮件草稿/ }).count()).toBe(0)
  await settled(page)
  await shot(page, 'sending-large')
})

test('a package of which not all mails are sent leads on to sending, and packed again tells what went out', async () => {
  const { page, complaints } = await openTask(await photosOf(home, 2), { plan: 'split', cap: 6 * megabyte })
  await openDialog(page)
  await startPacking(page)
  await packed(page)
  await card(page, '第 1 封，共 2 封').getByRole('button', { name: '我已发送' }).click()
  await page.getByText('已发 1／2').first().waitFor()

  // The task as it is met the next day.
  const rail = page.getByRole('button', { name: /^宣传素材/ })
  await rail.getByText('已发 1／2').waitFor()
  await rail.click()
  await page.reload()
  const goSend = page.getByRole('button', { name: '去发送（已发 1／2）' })
  await goSend.waitFor()
  await measured(page)
  await settled(page)
  await shot(page, 'sending-half-sent')
  expect(await barriers(page)).toEqual([])
  // What is packed waits to be sent: nothing invites to pack first.
  expect(await page.getByRole('button', { name: '一键打包' }).count()).toBe(0)
  await goSend.click()
  await page.getByText('打包完成，核对无误').waitFor()
  await rail.click()

  await page.getByRole('button', { name: '重新打包' }).click()
  const told = '第 1 次只发了第 1 封，还有 1 封没发；这次的 2 封都要重新发'
  await dialog(page).getByText(told).waitFor()
  await settled(page)
  await shot(page, 'sending-again')
  expect(await barriers(page)).toEqual([])
  await startPacking(page)
  await page.getByText('后来又打了第 2 次，还没有发').waitFor({ timeout: 60_000 })
  await page.getByText(told).waitFor()
  await settled(page)
  await shot(page, 'sending-packed-again')
  expect(await barriers(page)).toEqual([])
  await card(page, '第 1 封，共 2 封').getByRole('button', { name: '我已发送' }).click()
  await page.getByText('已被第 2 次替换').waitFor()
  expect(complaints).toEqual([])
})

test('where the place cannot be changed in the window, it is told how else', async () => {
  await writeFile(path.join(home, '输出'), 'a file stands where the folder should')
  const { page } = await openTask(await photosOf(home, 2))
  await packButton(page).click()
  await dialog(page)
    .getByText(/写不进去/)
    .waitFor()
  await dialog(page)
    .getByText(/网页版写到哪里由启动时的 --out 决定/)
    .waitFor()
  await settled(page)
  await shot(page, 'sending-unwritable')
  expect(await barriers(page)).toEqual([])
})

test('a page that is loaded anew while packing tells that nothing was left', async () => {
  const { page, out } = await openTask(await photosOf(home, 2, { videos: [200] }))
  page.on('dialog', (asked) => void asked.accept())
  await openDialog(page)
  await startPacking(page)
  await page.getByText(/正在(写入压缩包|重新打开逐个核对)/).waitFor()
  await page.reload()
  await page.getByText('刚才的打包没有做完').waitFor()
  await settled(page)
  await shot(page, 'sending-cut')
  expect(await barriers(page)).toEqual([])
  await expect.poll(() => readdir(out).catch(() => []), { timeout: 10_000 }).toEqual([])
  await page.reload()
  await measured(page)
  expect(await page.getByText('刚才的打包没有做完').count()).toBe(0)
})
