import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { CheckJson, type FindingJson } from './json.fixture.ts'
import { desk, type Ran } from './kepuri.fixture.ts'
import { copyFixture, fixtureFile, photo, pngPhoto, videoWithout, zeroed } from './media.fixture.ts'
import { member } from './submission.fixture.ts'

const at = desk()
const formFields = ['title', 'creator', 'takenAt', 'place', 'caption']
let ran: Ran & { readonly json: CheckJson }

beforeAll(async () => {
  await at.folder('材料/现场')
  const [whole, damaged] = await Promise.all([photo(1), photo(2)])
  const scan = damaged.indexOf(Buffer.from([0xff, 0xda]))
  const film = await readFile(fixtureFile('video-120.00s.mp4'))
  await Promise.all([
    at.write('材料/好照片.jpg', whole),
    copyFixture('video-120.00s.mp4', at.path('材料', '好视频.mp4')),
    at.write('材料/现场/文字.jpg', '这不是照片，只是改了扩展名的一段文字。\n'.repeat(60_000)),
    at.write('材料/现场/PNG.jpg', await pngPhoto(3)),
    copyFixture('iphone.heic', at.path('材料', '现场', 'HEIC.jpg')),
    at.write('材料/现场/半张.jpg', damaged.subarray(0, damaged.length >> 1)),
    at.write('材料/现场/清零.jpg', zeroed(damaged, scan + 600_000, 4096)),
    at.write('材料/现场/无索引.mp4', await videoWithout('moov')),
    at.write('材料/现场/半个.mp4', film.subarray(0, film.length >> 1)),
    copyFixture('quicktime-apple.mov', at.path('材料', '现场', 'MOV.mp4')),
    copyFixture('video-119.92s.mp4', at.path('材料', '现场', '差一点.mp4')),
    copyFixture('video-119.92s-sound-121s.mp4', at.path('材料', '现场', '只有声音够长.mp4')),
    at.write('材料/现场/空.jpg', ''),
    at.write('材料/Thumbs.db', 'x'),
    at.write('材料/.DS_Store', 'x'),
    at.write('材料/说明.txt', '活动说明'),
    at.write('unit.json', JSON.stringify(member)),
  ])
  ran = await at.json(CheckJson, 'check', '材料', '--task', 'media', '--unit', 'unit.json')
})

const itemOf = (name: string) => {
  const item = ran.json.items.find(({ source }) => source === name)
  if (!item) throw new Error(`${name} is not among ${ran.json.items.map(({ source }) => source).join(' ')}`)
  return item
}
const ofFile = (findings: readonly FindingJson[]) => findings.filter(({ code }) => code !== 'text-missing')

describe('the verdict on a folder as JSON', () => {
  it('names the notice, the task and the unit', () => {
    expect(ran.json).toMatchObject({ notice: 'liaoning-2023', task: 'media', unit: member })
  })

  it('counts what it found and what it passed over', () => {
    expect(ran.json.counts).toMatchObject({ items: 14, videos: 6, ignored: 2 })
    const all = [...ran.json.items.flatMap(({ findings }) => findings), ...ran.json.findings]
    expect(ran.json.counts.errors).toBe(all.filter(({ severity }) => severity === 'error').length)
    expect(ran.json.counts.warnings).toBe(all.filter(({ severity }) => severity === 'warning').length)
  })

  it('ends with 1, and says the same in words on standard error', () => {
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('材料/现场/空.jpg')
    expect(ran.err).toContain('改好后才能打包')
  })

  it('puts findings about files at the files, and those about the whole beside them', () => {
    for (const { source, findings } of ran.json.items)
      for (const { subject } of findings) expect(subject.item).toBe(source)
    expect(ran.json.findings.length).toBeGreaterThan(0)
    for (const { subject } of ran.json.findings) expect(subject).toEqual({})
  })

  it('takes a deadline that has passed for a warning', () => {
    expect(ran.json.findings).toEqual([
      expect.objectContaining({ rule: 'deadline', code: 'deadline-passed', severity: 'warning' }),
    ])
  })

  it('gives each file the name that it will bear', () => {
    expect(itemOf('材料/好照片.jpg').name).toBe('辽宁省气象局（沈阳市）-好照片.jpg')
    expect(itemOf('材料/说明.txt').name).toBeNull()
  })

  it('measures a sound photo and a sound video', () => {
    expect(itemOf('材料/好照片.jpg')).toMatchObject({
      kind: 'image',
      facts: { format: 'jpeg', bytes: 3_145_729, width: 2048, height: 1536 },
    })
    expect(itemOf('材料/好视频.mp4')).toMatchObject({
      kind: 'video',
      facts: { format: 'mp4', duration: 120 },
    })
  })
})

describe('sound files', () => {
  it.each(['材料/好照片.jpg', '材料/好视频.mp4'])(
    '%s lacks nothing but its texts, field by field',
    (name) => {
      const { findings } = itemOf(name)
      expect(ofFile(findings)).toEqual([])
      expect(findings.map(({ subject }) => subject.field)).toEqual(formFields)
    },
  )

  it('a file that is no picture or video is left out with a note', () => {
    expect(itemOf('材料/说明.txt').findings).toEqual([
      expect.objectContaining({ code: 'not-media', severity: 'note' }),
    ])
  })
})

describe('faulty files', () => {
  const atLeastTwoMinutes = { bound: { operator: '>=', value: 120 } }
  it.each([
    ['文字.jpg', 'format-wrong', { formats: ['jpeg'] }, { format: 'text', extension: 'jpg' }],
    ['PNG.jpg', 'format-wrong', { formats: ['jpeg'] }, { format: 'png', extension: 'jpg' }],
    ['HEIC.jpg', 'format-wrong', { formats: ['jpeg'] }, { format: 'heic', extension: 'jpg' }],
    ['MOV.mp4', 'format-wrong', { formats: ['mp4'] }, { format: 'mov', extension: 'mp4' }],
    ['差一点.mp4', 'duration-outside', atLeastTwoMinutes, { seconds: 119.92 }],
    ['只有声音够长.mp4', 'duration-outside', atLeastTwoMinutes, { seconds: 119.92 }],
  ])(
    '%s is an error (%s) with what is required, what was measured, and the clause',
    (name, code, expected, actual) => {
      const found = itemOf(`材料/现场/${name}`).findings.find((finding) => finding.code === code)
      expect(found).toMatchObject({
        severity: 'error',
        expected,
        actual,
        clause: expect.stringMatching(/^附件1 格式要求第[12]条$/),
      })
    },
  )

  const damaged = [
    ['半张.jpg', 'cut-short'],
    ['清零.jpg', 'corrupt'],
    ['无索引.mp4', 'no-index'],
    ['半个.mp4', 'cut-short'],
    ['空.jpg', 'empty'],
  ] as const
  const damageOf = (name: string) =>
    itemOf(`材料/现场/${name}`).findings.find(({ code }) => code === 'file-damaged')

  it.each(damaged)('%s is damaged: %s', (name, damage) => {
    expect(damageOf(name)).toMatchObject({ severity: 'error', actual: { damage }, clause: '附件1' })
  })

  it('what is required of a damaged file is stated too', () => {
    for (const [name] of damaged) expect(damageOf(name)?.expected).not.toBeNull()
  })

  it.each(damaged)('no figure is held against %s, which could not be measured', (name) => {
    expect(ofFile(itemOf(`材料/现场/${name}`).findings).map(({ code }) => code)).toEqual(['file-damaged'])
  })

  it('nothing about a file itself names a field of the form', () => {
    for (const { findings } of ran.json.items)
      for (const { subject } of ofFile(findings)) expect(subject).not.toHaveProperty('field')
  })

  it('a finding is told in a sentence without codes', () => {
    for (const { findings } of ran.json.items)
      for (const { message } of findings) expect(message).toMatch(/^[^\n]*[\u4E00-\u9FFF][^\n]*$/)
  })
})

describe('paths', () => {
  it('come back as the caller wrote them', async () => {
    const { json } = await at.json(CheckJson, 'check', './材料/好照片.jpg', '材料/现场/', '--task', 'media')
    expect(json.items.map(({ source }) => source)).toContain('./材料/好照片.jpg')
    expect(json.items.map(({ source }) => source)).toContain('材料/现场/空.jpg')
  })

  it('stay absolute where they were given so', async () => {
    const photoPath = at.path('材料', '好照片.jpg')
    const { json } = await at.json(CheckJson, 'check', photoPath, '--task', 'media')
    expect(json.items.map(({ source }) => source)).toEqual([photoPath])
  })

  it('without --json the verdict stands on standard output, and standard error is empty', async () => {
    const { out, err, code } = await at.run('check', '材料/好照片.jpg', '--task', 'media')
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('还没有填写：题目、拍摄者或来源、拍摄时间、拍摄地点、简介')
  })
})
