import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '../shared/project/submission.ts'
import { closeBrowser, openWindow, startApp } from './app.fixture.ts'
import { framesToShow, longTasks, tabMegabytes, watchLongTasks } from './frames.fixture.ts'
import { seedRows } from './seed.fixture.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 很多行 '))
})
afterAll(async () => {
  await closeBrowser()
  await rm(home, { recursive: true, force: true })
})

const rowOf = (_: unknown, index: number): Row => ({
  id: `row-${index}`,
  fields: {
    name: `科普大篷车进校园第${index + 1}场`,
    time: `2023年9月${17 + (index % 7)}日`,
    place: `第${index + 1}小学操场`,
    host: '沈阳市科学技术协会',
    brief: '科普大篷车开进学校，学生动手体验三十件互动展品，志愿者讲解其中的科学原理。',
    contact: '张三',
    // Every fiftieth is damaged: there is something to jump to.
    phone: index % 50 === 0 ? '2423221703' : '024-23221703',
  },
})

test('of two thousand activities only those in sight are drawn while they are typed in, scrolled and jumped through', async () => {
  const folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
  await seedRows(folders.dataDir, Array.from({ length: 2000 }, rowOf))
  const app = await startApp(folders)
  const { page } = await openWindow(app)
  const cdp = await page.context().newCDPSession(page)
  await page.getByRole('button', { name: /重点活动清单/ }).click()
  await page.getByText(/共 2,?000／/).waitFor({ timeout: 60_000 })
  await page.getByText('科普大篷车进校园第3场').click()
  await watchLongTasks(page)
  const frames = await framesToShow(page, 'abcdefghijklmnopqrst')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(1500)
  const typing = await longTasks(page)
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, 1500)
  for (let turn = 0; turn < 20; turn += 1) await page.keyboard.press('F8')
  await page.waitForTimeout(500)
  const moving = (await longTasks(page)).slice(typing.length)
  const memory = await tabMegabytes(cdp)
  // How long it took is told and not judged: the machine may be busy with something else.
  console.log({ frames, typing, moving, memory })
  expect(await page.getByRole('row').count()).toBeLessThan(100)
  expect(memory).toBeLessThan(300)
  await app.stop()
})
