import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import { deskServices, type DeskTools } from './desk-services.ts'

function desk(given: Partial<DeskTools> = {}) {
  const shown: string[] = []
  const asked: unknown[] = []
  const folder = { claim: 'c', shown: '/文档/科普日报送' }
  const services = deskServices({
    claim: (place) => place,
    locate: async () => undefined,
    outFolder: { current: () => folder, choose: () => folder },
    showOpen: async () => ({ canceled: true, filePaths: [] }),
    showSave: async (options) => {
      asked.push(options.defaultPath)
      return { canceled: false, filePath: '/桌面/诊断.zip' }
    },
    openFile: async () => '',
    openAddress: async () => undefined,
    showInFolder: (file) => void shown.push(file),
    writeText: async () => undefined,
    print: async () => true,
    diagnose: async () => undefined,
    now: () => new Date(2023, 7, 20, 9, 5),
    report: () => 'ref',
    ...given,
  })
  return { services, shown, asked }
}

test('the diagnostics are written where the clerk says, and shown there', async () => {
  const written: string[] = []
  const { services, shown, asked } = desk({ diagnose: async (file) => void written.push(file) })
  expect(await services.exportDiagnostics()).toBe('written')
  expect(asked).toEqual(['/文档/科普日报送助手-诊断信息-20230820-0905.zip'])
  expect([written, shown]).toEqual([['/桌面/诊断.zip'], ['/桌面/诊断.zip']])
})
test('who thinks better of it gets none', async () => {
  const { services, shown } = desk({ showSave: async () => ({ canceled: true, filePath: '' }) })
  expect(await services.exportDiagnostics()).toBe('cancelled')
  expect(shown).toEqual([])
})
test('a fault comes through as its data, a bug as its reference', async () => {
  const data = { code: 'disk-full', path: '/桌面' } as const
  const full = desk({ diagnose: () => Promise.reject(new Fault(data)) })
  expect(await full.services.exportDiagnostics()).toEqual({ fault: data })
  const broken = desk({ diagnose: () => Promise.reject(new Error('bug')) })
  expect(await broken.services.exportDiagnostics()).toEqual({ fault: { code: 'internal', reference: 'ref' } })
  expect([...full.shown, ...broken.shown]).toEqual([])
})

describe('the mail program', () => {
  const mail = {
    to: '384425222@qq.com',
    subject: '科普日图片+沈阳市科协',
    body: '您好：\n附件 100% & “一”。',
  }
  test('is opened with the mail, and what it read is what was meant', async () => {
    const opened: string[] = []
    const { services } = desk({ openAddress: async (address) => void opened.push(address) })
    expect(await services.writeMail(mail)).toBe('whole')
    const [address = ''] = opened
    // Nothing that a command line or an address would read otherwise.
    expect(address).toMatch(/^mailto:384425222@qq\.com\?subject=[\w.~%-]+&body=[\w.~%-]+$/)
    const { pathname, searchParams } = new URL(address)
    expect([pathname, searchParams.get('subject'), searchParams.get('body')]).toEqual([
      mail.to,
      mail.subject,
      '您好：\r\n附件 100% & “一”。',
    ])
  })
  test('gets a mail that is too long for an address without its body', async () => {
    const opened: string[] = []
    const { services } = desk({ openAddress: async (address) => void opened.push(address) })
    expect(await services.writeMail({ ...mail, body: '字'.repeat(250) })).toBe('without-body')
    expect(opened[0]).not.toContain('body')
    expect(await services.writeMail({ ...mail, body: '字'.repeat(180) })).toBe('whole')
    expect(opened.every((address) => address.length <= 2000)).toBe(true)
  })
  test('that is not there is told, whatever half a character is in the mail', async () => {
    const { services } = desk({ openAddress: () => Promise.reject(new Error('no handler')) })
    expect(await services.writeMail({ ...mail, body: '\ud83d' })).toBe('no-program')
  })
})

describe('a draft', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kepuri-草稿-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const draft = path.join(folder, '邮件.EML')
  const script = path.join(folder, '脚本.bat')
  writeFileSync(draft, '')
  writeFileSync(script, '')
  mkdirSync(path.join(folder, '文件夹.eml'))
  const open = async (id: string, file: string | undefined, trouble = '') => {
    const opened: string[] = []
    const { services } = desk({
      locate: async () => file,
      openFile: async (one) => {
        opened.push(one)
        return trouble
      },
    })
    return [await services.openDraft(id), opened]
  }
  test('is opened in the system’s own program', async () =>
    expect(await open('package-ab-1-draft-0', draft)).toEqual([true, [draft]]))
  test('is told where no program takes it', async () =>
    expect(await open('package-ab-1-draft-0', draft, '没有关联')).toEqual([false, [draft]]))
  test.each([
    ['the engine does not know', 'package-ab-draft-0', undefined],
    ['somebody handed in', 'a2c3', draft],
    ['is a package', 'package-ab-0', draft],
    ['is a program', 'package-ab-draft-0', script],
    ['is a folder', 'package-ab-draft-0', path.join(folder, '文件夹.eml')],
    ['has gone', 'package-ab-draft-0', path.join(folder, '没有.eml')],
  ])('is not opened that %s', async (_, id, file) => expect(await open(id, file)).toEqual([false, []]))
})
