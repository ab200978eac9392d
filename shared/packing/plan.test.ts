import { describe, expect, test } from 'vitest'
import type { Task } from '../notice/task.ts'
import type { Item, Submission } from '../project/submission.ts'
import { liaoning, photo, shenyang, submissionOf, taskNamed } from '../rules/submission.fixture.ts'
import { planPackage } from './plan.ts'
import { mostAlone, mostMails } from './propose-plan.ts'
import { sendingOptions } from './sending-options.ts'
import type { SendingChoice } from './sending.ts'
import { submissionTokens } from './tokens.ts'

const media = taskNamed('media')
const MB = 1024 ** 2
const GB = 1024 ** 3

const picture = (number: number, bytes: number): Item => photo(String(number), { facts: { bytes } })
const film = (number: number, bytes: number): Item =>
  photo(String(number), {
    relative: `${number}.mp4`,
    fields: { title: '启动仪式' },
    facts: { kind: 'video', format: 'mp4', duration: 150, bytes },
  })
const pictures = (count: number, bytes = 5 * MB): Item[] =>
  Array.from({ length: count }, (_, index) => picture(index + 1, bytes))
const of = (items: readonly Item[], given: Partial<Submission> = {}) =>
  submissionOf(items, { unit: shenyang, ...given })

const tokensOf = (submission: Submission) =>
  submissionTokens(liaoning, media, submission, '2023-08-25T10:00:00')
const plan = (submission: Submission, sending?: SendingChoice, task: Task = media) =>
  planPackage(task, submission, tokensOf(submission), { sending })
const options = (submission: Submission, sending?: SendingChoice, task: Task = media) =>
  sendingOptions(task, submission, tokensOf(submission), { sending })
const shape = (parts: ReturnType<typeof plan>['parts']) => parts.map(({ way, items }) => [way, items.length])
const bytesOf = (part: ReturnType<typeof plan>['parts'][number] | undefined) =>
  part?.items.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0

describe('we propose', () => {
  test('one mail for what one carries', () => {
    const made = plan(of(pictures(8)))
    expect(made).toMatchObject({ plan: 'one', cap: 45 * MB })
    expect(made.parts).toMatchObject([
      { index: 1, of: 1, way: 'attachment', fileName: '科普日宣传素材-沈阳市科协.zip' },
    ])
  })
  test('three mails for twenty pictures of 5 MB, in their order and evenly', () => {
    const made = plan(of(pictures(20)))
    expect(made.plan).toBe('split')
    expect(shape(made.parts)).toEqual([
      ['attachment', 7],
      ['attachment', 7],
      ['attachment', 6],
    ])
    expect(made.parts.map(({ fileName }) => fileName)).toEqual(
      [1, 2, 3].map((k) => `科普日宣传素材-沈阳市科协（第${k}包，共3包）.zip`),
    )
    expect(made.parts.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })
  test('a fourth with the video that no mail carries, alone by the mail’s own disks', () => {
    const made = plan(of([film(99, 300 * MB), ...pictures(20)]))
    expect(made.plan).toBe('split')
    expect(shape(made.parts).at(-1)).toEqual(['large', 1])
    expect(made.parts.at(-1)).toMatchObject({ alone: true, items: [{ number: 1, kind: 'video' }] })
    expect(made.parts.slice(0, 3).some(({ alone }) => alone)).toBe(false)
  })
  test('one large attachment where it would be more mails than anybody sends', () => {
    const most = options(of(pictures(8 * mostMails)))
    expect(most).toMatchObject({ recommended: 'split', reason: { code: 'few-mails', mails: mostMails } })
    const more = options(of(pictures(8 * mostMails + 1)))
    expect(more).toMatchObject({
      recommended: 'big',
      reason: { code: 'many-mails', mails: mostMails + 1, most: mostMails },
    })
  })
  test('so many ordinary mails, and on top of them a few parts with what no mail carries', () => {
    const films = Array.from({ length: mostAlone + 1 }, (_, at) => film(900 + at, 300 * MB))
    const most = options(of([...pictures(8 * mostMails), ...films.slice(1)]))
    expect(most).toMatchObject({
      recommended: 'split',
      reason: { code: 'few-mails', mails: mostMails + mostAlone, alone: mostAlone, carried: 0 },
    })
    const more = options(of([...pictures(20), ...films]))
    expect(more).toMatchObject({ recommended: 'big', reason: { code: 'many-mails', mails: 6 } })
  })
  test('mails without end where drafts are wanted, for nothing else can be in them', () => {
    const submission = of(pictures(8 * mostMails + 1))
    const wanted = { sending: undefined, drafts: true }
    expect(planPackage(media, submission, tokensOf(submission), wanted)).toMatchObject({
      plan: 'split',
      reason: { code: 'few-mails', mails: mostMails + 1, drafts: true },
    })
    const few = of(pictures(20))
    expect(planPackage(media, few, tokensOf(few), wanted).reason).not.toHaveProperty('drafts')
    const films = of([film(1, 300 * MB), film(2, 300 * MB)])
    expect(planPackage(media, films, tokensOf(films), wanted).plan).toBe('big')
  })
  test('one large attachment for files of which none goes by mail', () => {
    const films = of([film(1, 300 * MB), film(2, 300 * MB)])
    expect(options(films)).toMatchObject({ recommended: 'big', reason: { code: 'beyond-mail' } })
    expect(shape(plan(films).parts)).toEqual([['large', 2]])
  })
  test('a disk for what nothing else carries', () => {
    const made = options(of(pictures(40, 100 * MB)))
    expect(made).toMatchObject({ recommended: 'disk', reason: { code: 'beyond-large', limit: 3 * GB } })
  })
  test('with a reason that is about everything, and counts what goes on a disk', () => {
    const over = options(of([...pictures(40, 100 * MB), film(99, 5 * GB)]))
    expect(over.recommended).toBe('disk')
    const { reason } = over
    expect('bytes' in reason && reason.bytes).toBeGreaterThan(4000 * MB + 5 * GB)
    expect(over.options.find(({ plan: kind }) => kind === 'big')?.refusal?.bytes).toBeGreaterThan(
      4000 * MB + 5 * GB,
    )
    const mixed = options(of([film(1, 3 * GB), film(2, 500 * MB)]))
    expect(mixed).toMatchObject({ recommended: 'big', reason: { code: 'beyond-mail', carried: 1 } })
    const mails = options(of([...pictures(20), film(98, 3 * GB), film(99, 300 * MB)]))
    expect(mails).toMatchObject({ recommended: 'split', reason: { alone: 2, carried: 1, mails: 5 } })
  })
  test('one mail for a list, and for nothing at all', () => {
    const list = taskNamed('activities')
    const rows = [{ id: 'r', fields: { name: '讲座' } }]
    expect(plan(of([], { task: 'activities', rows }), undefined, list)).toMatchObject({
      plan: 'one',
      parts: [{}],
    })
    expect(plan(of([]))).toMatchObject({ plan: 'one', parts: [{ items: [], way: 'attachment' }] })
  })
})

describe('a task without a mailbox', () => {
  const upload = { channel: 'upload' as const, address: 'https://example.test/in', note: '' }
  const task = { ...media, recipients: [upload] }
  test('has one archive that is handed in, whatever was chosen', () => {
    expect(plan(of(pictures(20)), { plan: 'split' }, task).parts).toMatchObject([{ way: 'handed', of: 1 }])
    expect(options(of(pictures(20)), undefined, task)).toMatchObject({
      options: [{ plan: 'one' }],
      reason: { code: 'handed' },
    })
  })
})

describe('a chosen plan', () => {
  test('that fits is taken, and one that does not says by how much', () => {
    const submission = of(pictures(20))
    expect(plan(submission, { plan: 'one' }).refusal).toMatchObject({ limit: 45 * MB })
    expect(plan(submission, { plan: 'one' }).refusal?.bytes).toBeGreaterThan(100 * MB)
    expect(plan(submission, { plan: 'big' })).not.toHaveProperty('refusal')
    expect(shape(plan(submission, { plan: 'big' }).parts)).toEqual([['large', 20]])
    expect(shape(plan(submission, { plan: 'disk' }).parts)).toEqual([['disk', 20]])
  })
  test('on a disk makes a folder, not an archive', () =>
    expect(plan(of(pictures(2)), { plan: 'disk' }).parts[0]?.fileName).toBe('科普日宣传素材-沈阳市科协'))
  test('of large attachments makes several above what a file may be, and is refused above what all may be', () => {
    const two = plan(of(pictures(25, 100 * MB)), { plan: 'big' })
    expect(shape(two.parts)).toEqual([
      ['large', 13],
      ['large', 12],
    ])
    expect(two.refusal).toBeUndefined()
    expect(plan(of(pictures(31, 100 * MB)), { plan: 'big' }).refusal).toMatchObject({ limit: 3 * GB })
  })
  test('of large attachments leaves to a disk what is too large for a file of it', () => {
    const made = plan(of([film(1, 3 * GB), ...pictures(3).slice(1)]), { plan: 'big' })
    expect(shape(made.parts)).toEqual([
      ['large', 2],
      ['disk', 1],
    ])
    expect(made.parts[1]).toMatchObject({
      alone: true,
      fileName: '科普日宣传素材-沈阳市科协（第2包，共2包）',
    })
    expect(plan(of([film(1, 3 * GB)]), { plan: 'big' }).refusal).toMatchObject({ limit: 2 * GB })
  })
  test('of mails leaves to a disk what the mail’s own disks have no room for any more', () => {
    const films = [1, 2, 3].map((number) => film(number, 1.4 * GB))
    expect(shape(plan(of(films), { plan: 'split' }).parts)).toEqual([
      ['large', 1],
      ['large', 1],
      ['disk', 1],
    ])
  })
  test('lays all that needs a disk into one folder', () => {
    const films = [1, 2, 3].map((number) => film(number, 3 * GB))
    for (const kind of ['split', 'big'] as const) {
      const { parts } = plan(of([...films, ...pictures(3).slice(1)]), { plan: kind })
      expect(shape(parts).slice(1)).toEqual([['disk', films.length - (parts[0]?.items.length === 3 ? 1 : 0)]])
      expect(parts.at(-1)).toMatchObject({ alone: true })
    }
  })
  test('of large attachments is refused where the pack knows nothing of them', () => {
    const { large: _large, ...packaging } = media.packaging
    const task = { ...media, packaging }
    expect(plan(of(pictures(20)), { plan: 'big' }, task).refusal).toMatchObject({ limit: 0 })
    expect(shape(plan(of([film(1, 300 * MB)]), { plan: 'split' }, task).parts)).toEqual([['disk', 1]])
  })
  test('keeps a cap that was named, by its size or by the way mails are sent', () => {
    expect(plan(of(pictures(20)), { via: 'client' })).toMatchObject({ cap: 35 * MB, parts: [{}, {}, {}, {}] })
    expect(plan(of(pictures(20)), { cap: 60 * MB, via: 'client' })).toMatchObject({
      cap: 60 * MB,
      parts: [{}, {}],
    })
  })
  test('of mails is refused where the documents alone fill one, and names them as the cause', () => {
    const { refusal } = plan(of(pictures(20)), { plan: 'split', cap: 50_000 })
    expect(refusal).toMatchObject({ limit: 50_000, documents: true })
    expect(refusal?.bytes).toBeLessThan(5 * MB)
  })
  test('is not taken for a cap that holds not even the documents: it was mails that were asked for', () => {
    const made = plan(of(pictures(20)), { cap: 45 * 1024 })
    expect(made).toMatchObject({ plan: 'split', refusal: { limit: 45 * 1024, documents: true } })
    expect(made).not.toHaveProperty('reason')
    expect(plan(of(pictures(20)), { cap: 45 * 1024, plan: 'big' })).not.toHaveProperty('refusal')
  })
})

test('room that the engine found to be needed is kept in each part', () => {
  const submission = of(pictures(20))
  const room = 9 * MB
  const made = planPackage(media, submission, tokensOf(submission), { sending: { plan: 'split' }, room })
  expect(shape(made.parts).map(([, count]) => count)).toEqual([7, 7, 6])
  for (const part of made.parts) expect(bytesOf(part) + room).toBeLessThanOrEqual(45 * MB)
  const tight = planPackage(media, submission, tokensOf(submission), {
    sending: { plan: 'split' },
    room: 11 * MB,
  })
  expect(shape(tight.parts).map(([, count]) => count)).toEqual([5, 5, 5, 5])
})

describe('part names of a long unit', () => {
  const unit = { ...shenyang, name: '沈阳市科学技术协会'.repeat(11), region: '' }
  test.each(['split', 'disk'] as const)(
    'of plan %s stay within 60 characters and keep their number',
    (kind) => {
      const submission = of([...pictures(20), film(50, 300 * MB)], { unit })
      for (const { fileName, index, of: all } of plan(submission, { plan: kind }).parts) {
        expect(fileName.replace(/\.zip$/, '').length).toBeLessThanOrEqual(60)
        if (all > 1) expect(fileName).toContain(`（第${index}包，共${all}包）`)
      }
    },
  )
})

test('ten thousand files are planned in all ways', () => {
  const items = Array.from({ length: 10_000 }, (_, index) =>
    picture(index + 1, (1 + ((index * 7919) % 40)) * MB),
  )
  const { options: all } = options(of(items))
  for (const { parts } of all) expect(parts.reduce((sum, part) => sum + part.items.length, 0)).toBe(10_000)
})
