import { describe, expect, it } from 'vitest'
import { Damage, Format, Unreadable } from '../facts.ts'
import { type Finding, type FindingCode, findingCodes, findingParameters } from '../findings.ts'
import { type Sample, samples } from './finding-samples.fixture.ts'
import { findingSentence } from './finding-sentence.ts'

const findingOf = (code: FindingCode, parameters: Sample<FindingCode>): Finding =>
  ({
    rule: 'rule',
    code,
    severity: 'error',
    subject: {},
    clause: '附件1',
    expected: parameters.expected,
    actual: parameters.actual,
  }) as Finding

describe('the sentence of', () => {
  it.each(findingCodes)('%s is Chinese, whole, and names what was measured and what is required', (code) => {
    const { expected, actual, names = [] } = samples[code]
    findingParameters[code].expected.parse(expected)
    findingParameters[code].actual.parse(actual)
    const sentence = findingSentence(findingOf(code, samples[code]))
    expect(sentence).toMatch(/\p{Script=Han}/u)
    expect(sentence).not.toMatch(/undefined|null|NaN|Infinity|\[object|\n/)
    for (const name of names) expect(sentence).toContain(name)
  })

  it('a size reads as agreed', () => {
    expect(findingSentence(findingOf('bytes-outside', samples['bytes-outside']))).toBe(
      '文件大小 2.86 MB（3,000,000 字节），要求大于 3 MB（3,145,728 字节）',
    )
  })

  it.each(Damage.options)('the damage %s is its own', (damage) => {
    const sentences = Damage.options.map((one) =>
      findingSentence(
        findingOf('file-damaged', { expected: { condition: 'whole' }, actual: { damage: one } }),
      ),
    )
    const own = findingSentence(
      findingOf('file-damaged', { expected: { condition: 'whole' }, actual: { damage } }),
    )
    expect(sentences.filter((sentence) => sentence === own)).toHaveLength(1)
  })

  it.each(Unreadable.options)('a file unreadable by %s says more than the code', (reason) => {
    expect(
      findingSentence(findingOf('file-unreadable', { expected: { condition: 'whole' }, actual: { reason } })),
    ).not.toContain(reason)
  })

  it.each(Format.options)('the format %s has a name for people', (format) => {
    const sentence = findingSentence(
      findingOf('format-wrong', { expected: { formats: ['jpeg'] }, actual: { format, extension: '' } }),
    )
    expect(sentence).not.toContain('undefined')
  })
})

describe('a sentence', () => {
  it('does not blame the extension where it tells the truth', () => {
    const honest = { expected: { formats: ['jpeg'] }, actual: { format: 'png', extension: 'png' } } as const
    expect(
      findingSentence(findingOf('format-wrong', { ...honest, expected: { formats: ['jpeg'] } })),
    ).not.toContain('扩展名')
  })

  it('does not accuse a true .tiff of misleading', () => {
    const tiff = { expected: { formats: ['jpeg'] }, actual: { format: 'tiff', extension: 'tiff' } } as const
    expect(
      findingSentence(findingOf('format-wrong', { ...tiff, expected: { formats: ['jpeg'] } })),
    ).not.toContain('扩展名')
  })

  it.each(['wmv2', 'msmpeg4v3', 'pcm_x264_odd'])('names no codec by ffprobe’s own name: %s', (codec) => {
    const sentence = findingSentence(
      findingOf('codec-unusual', { expected: { codecs: ['h264'] }, actual: { codec } }),
    )
    expect(sentence).not.toContain(codec)
    expect(sentence).toContain('H.264')
  })

  it('quotes the beginning only of a text that fills pages', () => {
    const pages = { ...samples['date-unreadable'], actual: { text: '很长\n'.repeat(10_000) } }
    const sentence = findingSentence(findingOf('date-unreadable', pages))
    expect(sentence.length).toBeLessThan(200)
    expect(sentence).not.toContain('\n')
  })

  it('tells a date in the file from one that was written', () => {
    const parameters = (source: 'field' | 'file') => ({
      expected: { from: '2023', to: '2023' },
      actual: { takenAt: '2022-12-31', source },
    })
    const written = findingSentence(findingOf('capture-outside', parameters('field')))
    expect(findingSentence(findingOf('capture-outside', parameters('file')))).not.toBe(written)
  })

  it('says today where the deadline is today', () => {
    const today = {
      expected: { date: '2023-08-31', title: '报送截止' },
      actual: { now: '2023-08-31T09:00:00', days: 0 },
    }
    expect(findingSentence(findingOf('deadline-near', today))).not.toContain('0 天')
  })

  it('begins with the file where one is named', () => {
    expect(
      findingSentence(findingOf('text-missing', samples['text-missing']), { itemName: 'IMG_1.jpg' }),
    ).toMatch(/^IMG_1\.jpg：/)
  })

  it('names the other row where the view knows it', () => {
    const rowName = (id: string) => (id === 'r1' ? '第3行' : undefined)
    expect(findingSentence(findingOf('row-repeated', samples['row-repeated']), { rowName })).toContain(
      '第3行',
    )
  })
})
