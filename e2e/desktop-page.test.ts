import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { barriers } from './axe.fixture.ts'
import { photosOf, seedSending } from './sending.fixture.ts'
import { shot } from './shot.fixture.ts'
import { measured, pack } from './steps.fixture.ts'

/**
 * The window as it is on the desktop, with a substitute for what the preload script gives: its calls go to the web host,
 * and what it is asked for is noted. Electron itself is not in this.
 */
const bridge = `
const asked = (globalThis.asked = [])
const hearers = new Set()
const note = (name, answer) => async (...words) => {
  asked.push([name, ...words])
  return answer
}
globalThis.kepuri = {
  async post(frame) {
    const response = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-call': 'desktop-' + frame.id },
      body: JSON.stringify(frame),
    })
    for (const line of (await response.text()).split('\\n').filter(Boolean))
      hearers.forEach((hear) => hear(JSON.parse(line)))
  },
  onReply(hear) {
    hearers.add(hear)
    return () => hearers.delete(hear)
  },
  claimFiles: async (files) => files.map(() => undefined),
  outFolder: async () => (await fetch('/host/out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).json(),
  chooseOutFolder: note('chooseOutFolder'),
  choose: note('choose', []),
  saveAs: note('saveAs'),
  reveal: note('reveal', true),
  exportDiagnostics: note('exportDiagnostics', 'written'),
  copy: note('copy'),
  showProgress: (progress) => void asked.push(['showProgress', progress]),
  writeMail: note('writeMail', 'without-body'),
  openDraft: note('openDraft', true),
  print: note('print', true),
  onOpenProject: () => () => undefined,
  onClosing: () => () => undefined,
}
`
let home: string
let app: RunningApp | undefined
beforeAll(async () => void (await openBrowser()))
afterEach(async () => {
  await app?.stop()
  app = undefined
  await rm(home, { recursive: true, force: true })
})
afterAll(closeBrowser)

async function openDesktopPage(): Promise<Page> {
  home = await mkdtemp(path.join(tmpdir(), '科普 窗口 '))
  const folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
  await seedSending(folders.dataDir, await photosOf(home, 6, { megabytes: 3 }))
  app = await startApp(folders)
  const { page } = await openWindow(app, { beforeLoad: (blank) => blank.addInitScript(bridge) })
  await measured(page)
  await page.getByText('可以打包').first().waitFor()
  return page
}
const noted = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate(`asked.filter(([one]) => one === ${JSON.stringify(name)}).map(([, ...words]) => words[0])`)

test('on the desktop packing is on the taskbar, and a mail and its draft are opened in the mail program', async () => {
  const page = await openDesktopPage()
  await pack(page)
  const shown = await noted(page, 'showProgress')
  expect(shown[0]).toBeUndefined()
  expect(shown).toContain(0)
  expect(shown.at(-1)).toBeUndefined()
  expect(shown.filter((one) => one === 'failed')).toEqual([])

  await page.getByText('附件要自己加').waitFor()
  await shot(page, 'desktop-mail')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '用邮件程序写邮件' }).click()
  await page.getByText(/正文较长，没有带过去，但已经替您复制好了/).waitFor()
  const [mail] = (await noted(page, 'writeMail')) as [{ to: string; subject: string; body: string }]
  expect(mail.to).toMatch(/@/)
  expect(mail.body).toContain('辽宁省气象学会')
  expect(await noted(page, 'copy')).toEqual([mail.body])

  await page.getByRole('button', { name: '生成邮件草稿（.eml）' }).click()
  await page.getByRole('button', { name: '打开草稿' }).click()
  await expect.poll(() => noted(page, 'openDraft')).toHaveLength(1)
  expect((await noted(page, 'openDraft'))[0]).toMatch(/^package-.+-draft-0$/)
  await shot(page, 'desktop-draft')
}, 180_000)

test('what is dropped from nowhere on the disk is refused with what to do', async () => {
  const page = await openDesktopPage()
  await page.evaluate(`{
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], '网页上的图.jpg'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }))
  }`)
  await page.getByText(/“网页上的图.jpg”不是这台电脑里的文件.*请先存到文件夹里/).waitFor()
  await shot(page, 'desktop-drop')
}, 120_000)
