import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser, openWindow, type RunningApp, startApp } from './app.fixture.ts'
import { focused, notLost, walkOn } from './keys.fixture.ts'
import { twoPhotos } from './material.fixture.ts'
import { seedReady } from './seed.fixture.ts'
import { cell, dialog, measured, settled } from './steps.fixture.ts'

let home: string
let fresh: RunningApp
let ready: RunningApp
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), '科普 键盘 '))
  const folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
  await seedReady(folders.dataDir, await twoPhotos(home))
  ;[fresh, ready] = await Promise.all([startApp(), startApp(folders)])
})
afterAll(async () => {
  await closeBrowser()
  await Promise.all([fresh.stop(), ready.stop()])
  await rm(home, { recursive: true, force: true })
})

test('a clerk goes the whole way without a mouse, and always sees where the keyboard is', async () => {
  const { page } = await openWindow(fresh)
  const { keyboard } = page
  const walk = walkOn(page)
  // Heard from the beginning: a chooser that opens a moment before somebody listens is lost.
  const choosing = page.waitForEvent('filechooser', { timeout: 60_000 })
  await page.getByText('第一次使用').waitFor()

  // The unit.
  await walk.to(/^input .*各市/)
  for (let turn = 0; turn < 3 && !/省级学会/.test(await focused(page)); turn += 1)
    await keyboard.press('ArrowDown')
  expect(await page.getByRole('radio', { name: /省级学会/ }).isChecked()).toBe(true)
  const unit = {
    单位名称: '辽宁省气象学会',
    地区: '沈阳市',
    联系人: '李四',
    联系电话: '024-23221703',
  }
  for (const [field, text] of Object.entries(unit)) {
    await walk.to(new RegExp(`^input ${field}$`))
    await keyboard.type(text)
  }
  await keyboard.press('Enter')

  // The files.
  await page.getByText('拖到这里').waitFor()
  await walk.to(/^button 选择文件夹$/)
  await keyboard.press('Enter')
  const chooser = await choosing
  await chooser.setFiles(await twoPhotos(home))
  await measured(page)
  await expect
    .poll(() => cell(page, '题目', 'IMG_1201.JPG').inputValue(), { timeout: 20_000 })
    .toBe('科普大篷车进校园')

  // It cannot be packed yet; the dialog gives the keyboard back.
  await walk.to(/^button 一键打包$/)
  await keyboard.press('Enter')
  await dialog(page).getByText('还不能打包').waitFor()
  await notLost(page, 'in the dialog')
  await keyboard.press('Escape')
  await expect.poll(() => dialog(page).count()).toBe(0)
  await expect.poll(() => focused(page)).toBe('button 一键打包')

  // The texts, down the columns.
  await walk.to(/^textarea 拍摄者或来源 IMG_1201/, 'Shift+Tab')
  const texts = {
    拍摄者或来源: '张三 摄',
    拍摄地点: '沈阳市沈河区文化路小学',
    简介: '市科协联合文化路小学开展科普大篷车进校园活动，学生体验科学。',
  }
  for (const [field, text] of Object.entries(texts)) {
    await walk.to(new RegExp(`^textarea ${field} IMG_1201`))
    await keyboard.type(text)
    await keyboard.press('Enter')
    expect(await focused(page)).toBe(`textarea ${field} IMG_1202.JPG`)
    await keyboard.press('Control+d')
    await expect.poll(() => cell(page, field, 'IMG_1202.JPG').inputValue()).toBe(text)
    await keyboard.press('Shift+Enter')
  }
  await walk.to(/^textarea 题目 IMG_1202/)
  await keyboard.press('Control+a')
  await keyboard.type('风力发电模型')
  await page.getByText('可以打包').first().waitFor()

  // The package.
  await walk.to(/^button 一键打包$/)
  await keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: '开始打包' }).waitFor()
  await settled(page)
  await walk.to(/^button 开始打包$/)
  await keyboard.press('Enter')
  await page.getByText('打包完成，核对无误').waitFor({ timeout: 60_000 })
  await expect.poll(() => dialog(page).count()).toBe(0)
  await notLost(page, 'after packing')
  await walk.to(/^button 我已发送$/)
  await keyboard.press('Enter')
  await page.getByText('这一项办完了').waitFor()
  await notLost(page, 'after sending')
  expect(walk.unseen).toEqual([])
})

test('dialogs give the keyboard back to the button that opened them', async () => {
  const { page } = await openWindow(ready)
  const { keyboard } = page
  await measured(page)
  const walk = walkOn(page)
  const lost: string[] = []
  const dialogs: readonly (readonly [RegExp, string])[] = [
    [/^button .*辽宁省气象学会/, 'unit'],
    [/^button 全部报送$/, 'projects'],
    [/^button 一键打包$/, 'pack'],
  ]
  for (const [button, name] of dialogs) {
    await walk.to(button)
    const before = await focused(page)
    await keyboard.press('Enter')
    await dialog(page).waitFor()
    await settled(page)
    await notLost(page, `in the dialog ${name}`)
    expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
    await keyboard.press('Escape')
    await expect.poll(() => dialog(page).count()).toBe(0)
    const back = () => focused(page)
    await expect
      .poll(back, { timeout: 3000 })
      .toBe(before)
      .catch(async () => lost.push(`${name}: ${await back()}`))
  }
  expect(lost).toEqual([])
  expect(walk.unseen).toEqual([])
})
