import { describe, expect, test } from 'vitest'
import { channels } from './channels.ts'
import { ipcForTests } from './ipc.fixture.ts'
import { type DeskServices, isOwnPage, openDesk, type SentBy } from './page-desk.ts'

const own = { name: 'our contents' }
const mail = { to: '384425222@qq.com', subject: '科普日图片+沈阳市科协', body: '您好：\n\t附件' }
const page: SentBy = { sender: own, senderFrame: { url: 'kepuri://window/index.html', parent: null } }

describe('the sender', () => {
  const frame = (url: string, parent: unknown = null): SentBy => ({
    sender: own,
    senderFrame: { url, parent },
  })
  test('is our own page', () => expect(isOwnPage(page, own)).toBe(true))
  test.each([
    ['other contents', { ...page, sender: {} }],
    ['a frame that has gone', { sender: own, senderFrame: null }],
    ['a frame inside the page', frame('kepuri://window/index.html', {})],
    ['another site', frame('https://evil.example/')],
    ['an item that is shown', frame('kepuri://content/id')],
    ['a look-alike', frame('kepuri://window.evil/')],
    ['a file', frame('file:///index.html')],
    ['nothing yet', frame('')],
  ])('is refused: %s', (_title, event) => expect(isOwnPage(event, own)).toBe(false))
  test('is refused while there is no window', () => expect(isOwnPage(page, undefined)).toBe(false))
})

function open(event: SentBy = page) {
  const done: unknown[][] = []
  const refused: string[] = []
  const wires = ipcForTests(() => event)
  const note =
    <T>(name: string, answer: T) =>
    (...words: unknown[]) => {
      done.push([name, ...words])
      return answer
    }
  const services: DeskServices = {
    frame: note('frame', undefined),
    claim: note('claim', ['c']),
    choose: note('choose', Promise.resolve([])),
    saveAs: note('saveAs', Promise.resolve('c')),
    outFolder: note('outFolder', { claim: 'c', shown: 's' }),
    chooseOutFolder: note('chooseOutFolder', Promise.resolve(undefined)),
    reveal: note('reveal', Promise.resolve(true)),
    exportDiagnostics: note('exportDiagnostics', Promise.resolve('written' as const)),
    copy: note('copy', Promise.resolve()),
    showProgress: note('showProgress', undefined),
    writeMail: note('writeMail', Promise.resolve('whole' as const)),
    openDraft: note('openDraft', Promise.resolve(true)),
    hearing: note('hearing', undefined),
    print: note('print', Promise.resolve(true)),
    saved: note('saved', undefined),
  }
  openDesk(wires.ipc, { own: () => own, services, onRefused: (...what) => refused.push(what.join(' ')) })
  return { done, refused, ...wires }
}

describe('the desk', () => {
  test.each([
    [channels.claim, 'x'],
    [channels.claim, ['relative/path']],
    [channels.claim, ['']],
    [channels.claim, ['/a\0b']],
    [channels.claim, [3]],
    [channels.choose, 'everything'],
    [channels.saveAs, ''],
    [channels.saveAs, 'x'.repeat(256)],
    [channels.outFolder, '/etc'],
    [channels.chooseOutFolder, '/etc'],
    [channels.reveal, ''],
    [channels.reveal, { path: '/etc' }],
    [channels.copy, null],
    [channels.writeMail, undefined],
    [channels.writeMail, { ...mail, to: 'a@b.cn?bcc=evil@example.com' }],
    [channels.writeMail, { ...mail, to: 'a@b.cn,evil@example.com' }],
    [channels.writeMail, { ...mail, to: 'file:///etc/passwd' }],
    [channels.writeMail, { ...mail, subject: '主题\r\nBcc: evil@example.com' }],
    [channels.writeMail, { ...mail, body: '\0' }],
    [channels.writeMail, { to: mail.to }],
    [channels.openDraft, ''],
    [channels.openDraft, { path: '/etc/x.eml' }],
    [channels.print, { silent: true }],
    [channels.saved, 'x'],
    [channels.saved, 0.5],
  ])('refuses on %s the words %j', async (channel, words) => {
    const { renderer, done, refused } = open()
    await expect(renderer.invoke(channel, words)).rejects.toThrow('refused')
    expect([done, refused]).toEqual([[], [`${channel} words`]])
  })
  test('does nothing for anyone but our page', async () => {
    const stranger = { ...page, sender: {} }
    const { renderer, done, refused } = open(stranger)
    const toPage = [channels.reply, channels.closing, channels.openProject]
    const unanswered = [channels.frame, channels.progress, channels.hearing]
    const answered = Object.values(channels).filter(
      (one) => ![...toPage, ...unanswered].some((other) => other === one),
    )
    for (const channel of answered) await expect(renderer.invoke(channel)).rejects.toThrow('refused')
    renderer.send(channels.frame, { type: 'cancel', id: 1 })
    renderer.send(channels.progress, 0.5)
    renderer.send(channels.hearing, undefined)
    await new Promise(setImmediate)
    expect(done).toEqual([])
    expect(refused).toHaveLength(answered.length + unanswered.length)
    expect(answered).toHaveLength(12)
  })
  test('passes on frames that are frames', async () => {
    const { renderer, done, refused } = open()
    renderer.send(channels.frame, { type: 'cancel', id: 1, more: true })
    renderer.send(channels.frame, { type: 'done', id: 1, output: 1 })
    renderer.send(channels.frame, 'x')
    await new Promise(setImmediate)
    expect(done).toEqual([['frame', { type: 'cancel', id: 1 }]])
    expect(refused).toEqual([`${channels.frame} words`, `${channels.frame} words`])
  })
  test('shows progress that is progress', async () => {
    const { renderer, done, refused } = open()
    for (const words of [0, 1, 'busy', 'failed', undefined]) renderer.send(channels.progress, words)
    for (const words of [-1, 1.5, Number.NaN, 'x', null]) renderer.send(channels.progress, words)
    await new Promise(setImmediate)
    expect(done.map(([, words]) => words)).toEqual([0, 1, 'busy', 'failed', undefined])
    expect(refused).toHaveLength(5)
  })
  test('answers our page', async () => {
    const { renderer, done } = open()
    expect(await renderer.invoke(channels.claim, ['/照片'])).toEqual(['c'])
    expect(await renderer.invoke(channels.reveal, 'id')).toBe(true)
    expect(await renderer.invoke(channels.writeMail, mail)).toBe('whole')
    expect(done).toEqual([
      ['claim', ['/照片']],
      ['reveal', 'id'],
      ['writeMail', mail],
    ])
  })
})
