import { createHash } from 'node:crypto'
import { appendFile, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import type { Step } from '../../shared/operation.ts'
import type { Mail } from '../../shared/packing/mail.ts'
import { canHold, holdFile } from '../store/hold-file.fixture.ts'
import { pythonThere, readByPython, readDraft } from './draft-reader.fixture.ts'
import { proveDraft } from './prove-draft.ts'
import { type DraftOptions, draftName, writeDraft } from './write-draft.ts'

let folder: string
let zip: string
let draft: string
const content = Buffer.alloc(1_000_003, 'PK\u0003\u0004 内容 ')
const sha256 = createHash('sha256').update(content).digest('hex')
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-邮件-'))
  zip = path.join(folder, '科普日宣传素材-辽宁省气象学会（第1包，共3包）.zip')
  draft = path.join(folder, draftName(0, 3))
  await writeFile(zip, content)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const mail = (given: Partial<Mail> = {}): Mail => ({
  to: 'kepuri@cast.org.cn',
  subject: '科普日图片+辽宁省气象学会+王晓萌 010-68512519（1/3）',
  mandated: true,
  body: `邹畅同志：\n${'现报送全国科普日活动图片，'.repeat(200)}\n.\nFrom 辽宁\nSHA-256：${sha256}\n`,
  attachments: [zip],
  way: 'attachment',
  ...given,
})
const write = (given: Partial<Mail> = {}, options: Partial<DraftOptions> = {}) =>
  writeDraft(mail(given), draft, {
    parts: [{ path: zip, bytes: content.length, sha256 }],
    now: new Date('2023-08-20T02:00:00Z'),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...options,
  })
const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof Fault ? error.data : error),
  )
const there = async () => (await readdir(folder)).toSorted()

test('a draft says to whom, about what, and holds the text and the very bytes of the archive', async () => {
  await write()
  const { headers, body, attachments } = readDraft(draft)
  expect(headers.get('to')).toBe('kepuri@cast.org.cn')
  expect(headers.get('subject')).toBe(mail().subject)
  expect(headers.get('x-unsent')).toBe('1')
  expect(headers.get('mime-version')).toBe('1.0')
  expect(headers.get('date')).toBe('Sun, 20 Aug 2023 02:00:00 +0000')
  expect(body).toBe(mail().body.replaceAll('\n', '\r\n'))
  expect(attachments).toEqual([{ name: path.basename(zip), type: 'application/zip', content }])
})
test('it says nothing of sender, program or computer', async () => {
  await write()
  const { headers, raw } = readDraft(draft)
  expect([...headers.keys()].toSorted()).toEqual(
    ['content-type', 'date', 'mime-version', 'subject', 'to', 'x-unsent'].toSorted(),
  )
  expect(raw).not.toContain(hostname())
  expect(raw).not.toContain(folder)
  expect(raw.toLowerCase()).not.toContain('nodemailer')
})
test('it is mail by the letter: ASCII, every line ended by CRLF and none longer than 998', async () => {
  await write()
  const { raw } = readDraft(draft)
  expect(/[^\t\r\n -~]/.test(raw)).toBe(false)
  expect(raw.replaceAll('\r\n', '').search(/[\r\n]/)).toBe(-1)
  expect(Math.max(...raw.split('\r\n').map(({ length }) => length))).toBeLessThan(998)
})
test.each([0, 1, 56, 57, 58, 262_144, 262_145])('an archive of %i bytes arrives as it is', async (bytes) => {
  const some = content.subarray(0, bytes)
  await writeFile(zip, some)
  await write({}, { parts: [{ path: zip, bytes, sha256: createHash('sha256').update(some).digest('hex') }] })
  expect(readDraft(draft).attachments[0]?.content.equals(some)).toBe(true)
})
test.each([
  ['六十个汉字', `${'辽'.repeat(60)}.zip`],
  ['brackets, quotes and signs', `图片 (1)+'a';b=c，100%.zip`],
  ['plain letters', 'photos.zip'],
])('a name of %s is read by both ways of writing names', async (_, name) => {
  zip = path.join(folder, name)
  await writeFile(zip, content)
  await write()
  expect(readDraft(draft).attachments[0]?.name).toBe(name)
})
test.skipIf(!pythonThere)('Python reads recipient, subject, text, name and bytes', async () => {
  zip = path.join(folder, `${'辽'.repeat(60)}.zip`)
  await writeFile(zip, content)
  await write()
  expect(readByPython(draft)).toEqual({
    to: 'kepuri@cast.org.cn',
    subject: mail().subject,
    unsent: '1',
    body: mail().body.replaceAll('\n', '\r\n'),
    files: [[path.basename(zip), 'application/zip', sha256]],
    defects: [],
  })
})
test.each([
  ['goes as 超大附件', { way: 'large' as const }],
  ['tells of a disk', { way: 'disk' as const, attachments: [] }],
])('the draft of a mail that %s carries nothing, and is a draft all the same', async (_, given) => {
  await write(given)
  const { headers, body, attachments } = readDraft(draft)
  expect(attachments).toEqual([])
  expect([headers.get('x-unsent'), headers.get('to')]).toEqual(['1', 'kepuri@cast.org.cn'])
  expect(body).toBe(mail().body.replaceAll('\n', '\r\n'))
})
test('an archive that was changed, cut, grown or taken away is told, and no draft is left', async () => {
  const fault = (trouble: string) => ({
    code: 'attachment-unusable',
    path: path.basename(zip),
    trouble,
  })
  const handle = await open(zip, 'r+')
  await handle.write(Buffer.from('!'), 0, 1, content.length - 1)
  await handle.close()
  expect(await failureOf(write())).toEqual(fault('changed'))
  await writeFile(zip, content.subarray(1))
  expect(await failureOf(write())).toEqual(fault('changed'))
  await writeFile(zip, content)
  await appendFile(zip, '!')
  expect(await failureOf(write())).toEqual(fault('changed'))
  await rm(zip)
  expect(await failureOf(write())).toEqual(fault('missing'))
  await mkdir(zip)
  expect(await failureOf(write())).toEqual(fault('changed'))
  expect(await there()).toEqual([path.basename(zip)])
})
test('an archive that is cut while it is read is told', async () => {
  let cut = false
  const onProgress = ({ done }: Step) => {
    if (done === 0 || cut) return
    cut = true
    void writeFile(zip, content.subarray(0, 300_000))
  }
  const big = Buffer.concat(Array.from({ length: 20 }, () => content))
  await writeFile(zip, big)
  const parts = [{ path: zip, bytes: big.length, sha256: createHash('sha256').update(big).digest('hex') }]
  expect(await failureOf(write({}, { parts, onProgress }))).toMatchObject({
    code: 'attachment-unusable',
    trouble: 'changed',
  })
  expect(await there()).toEqual([path.basename(zip)])
})
test.each(['write', 'verify'])('cancelled at “%s” it leaves what was there before', async (stage) => {
  await writeFile(draft, 'an older one')
  const controller = new AbortController()
  const onProgress = (step: Step) => void (step.stage === stage && controller.abort())
  const ended = await failureOf(write({}, { signal: controller.signal, onProgress }))
  expect(ended).toMatchObject({ name: 'AbortError' })
  expect(await there()).toEqual([path.basename(zip), path.basename(draft)].toSorted())
  expect(await readFile(draft, 'utf8')).toBe('an older one')
})
test('an older draft gives way to the new one', async () => {
  await writeFile(draft, 'an older one')
  await write()
  expect(readDraft(draft).headers.get('x-unsent')).toBe('1')
  expect(await there()).toEqual([path.basename(zip), path.basename(draft)].toSorted())
})
test('progress is told in bytes of the archive, while it is written and while it is read again', async () => {
  const steps: Step[] = []
  await write({}, { onProgress: (step) => steps.push(step) })
  for (const stage of ['write', 'verify']) {
    const told = steps.filter((step) => step.stage === stage)
    expect(told.at(-1)).toEqual({
      stage,
      done: content.length,
      total: content.length,
      item: path.basename(draft),
    })
    expect(told.every(({ done }, index) => done >= (told[index - 1]?.done ?? 0))).toBe(true)
  }
})
test('a draft whose attachment did not reach the disk as it was is refused', async () => {
  await write()
  const said = { mail: mail(), parts: [{ path: zip, bytes: content.length, sha256 }] }
  const options = { signal: new AbortController().signal, onRead: () => undefined }
  expect(await failureOf(proveDraft(draft, said, options))).toBeUndefined()
  const whole = await readFile(draft)
  const broken = { code: 'package-broken', path: path.basename(draft) }
  for (const at of [whole.length - 200_000, whole.length - 100]) {
    const other = Buffer.from(whole)
    other[at] = (other[at] ?? 0) === 0x41 ? 0x42 : 0x41
    await writeFile(draft, other)
    expect(await failureOf(proveDraft(draft, said, options))).toMatchObject(broken)
  }
  await writeFile(draft, whole.subarray(0, 900_000))
  expect(await failureOf(proveDraft(draft, said, options))).toMatchObject(broken)
  await writeFile(draft, '')
  expect(await failureOf(proveDraft(draft, said, options))).toMatchObject(broken)
})
test.each([
  ['with an archive', 'attachment'],
  ['without one', 'large'],
] as const)('a draft %s that says something else than its mail is refused', async (_, way) => {
  await write({ way })
  const parts = way === 'large' ? [] : [{ path: zip, bytes: content.length, sha256 }]
  const prove = (other: Partial<Mail>) =>
    failureOf(
      proveDraft(
        draft,
        { mail: mail(other), parts },
        { signal: new AbortController().signal, onRead: () => undefined },
      ),
    )
  expect(await prove({})).toBeUndefined()
  const broken = (problem: string) => ({
    code: 'package-broken',
    path: path.basename(draft),
    problems: [problem],
  })
  expect(await prove({ to: 'kepuri@cast.org.com' })).toEqual(broken('differs: to'))
  expect(await prove({ subject: mail().subject.replace('1/3', '2/3') })).toEqual(broken('differs: subject'))
  expect(await prove({ body: mail().body.replace('邹畅', '邹旸') })).toEqual(broken('differs: text'))
  expect(await prove({ body: `${mail().body}。` })).toMatchObject({ code: 'package-broken' })
  await appendFile(draft, '.')
  expect(await prove({})).toEqual(broken('end'))
})
test('a text of Latin letters, in long lines, is proven like any other', async () => {
  const body = `${'Please find attached. '.repeat(100)}\n`
  await write({ body })
  expect(readDraft(draft).body).toBe(body.replaceAll('\n', '\r\n'))
})
test.each([
  ['recipient', { to: 'kepuri@cast.org.cn\r\nBcc: li@example.cn' }],
  ['subject', { subject: '科普日图片\n某单位' }],
])('a line break in the %s makes no draft: it would say something else', async (_, given) => {
  await expect(write(given)).rejects.toThrow('a control character in the head of a mail')
  expect(await there()).toEqual([path.basename(zip)])
})
test.skipIf(!canHold)('an archive that another program holds for a moment is waited for', async () => {
  await using _ = await holdFile(zip, 150)
  await write()
  expect(readDraft(draft).attachments).toHaveLength(1)
})
