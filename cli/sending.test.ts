import { describe, expect, it } from 'vitest'
import { taskNamed } from '../shared/rules/submission.fixture.ts'
import type { Command } from './command.ts'
import { activitiesCommand } from './commands/activities.ts'
import { packCommand } from './commands/pack.ts'
import { parse } from './parse.ts'
import { readSending } from './sending.ts'

const media = taskNamed('media')
const MB = 1024 ** 2
const ways: readonly (readonly [Command, readonly string[]])[] = [
  [packCommand, ['材料', '--task', 'media', '--unit', 'unit.json', '--out', '包']],
  [activitiesCommand, ['活动.xlsx', '--unit', 'unit.json']],
]
const remarks: string[] = []
const read = (words: readonly string[], task = media, [command, before] = ways[0] ?? [packCommand, []]) =>
  readSending(parse(command, [...before, ...words]), task, (text) => remarks.push(text))

describe('what is said of sending', () => {
  it('is nothing where nothing is', () => expect(read([])).toEqual({}))
  it.each(ways)('is a plan and a cap in bytes, of %o', (...way) =>
    expect(read(['--plan', 'split', '--cap', '45MB'], media, way)).toEqual({
      sending: { plan: 'split', cap: 47_185_920 },
    }),
  )
  it.each([
    ['45MB', 47_185_920],
    ['45mb', 47_185_920],
    ['45 MB', 47_185_920],
    ['４５ＭＢ', 47_185_920],
    ['1.5GB', 1_610_612_736],
    ['0.5KB', 512],
    ['100KB', 102_400],
  ])('may have a cap of %s', (text, cap) => expect(read(['--cap', text])).toEqual({ sending: { cap } }))

  it('with drafts means the cap of mail programs, or a smaller one that is named', () => {
    remarks.length = 0
    expect(read(['--eml'])).toEqual({ drafts: true, sending: { via: 'client' } })
    expect(read(['--eml', '--cap', '7MB'])).toEqual({ drafts: true, sending: { cap: 7 * MB } })
    expect(remarks).toEqual([])
    expect(read(['--eml', '--cap', '45MB'])).toEqual({ drafts: true, sending: { via: 'client' } })
    expect(remarks).toEqual(['邮件草稿用邮件软件发，附件最多 35 MB：按这个上限分包，不按 --cap 的 45 MB'])
  })
  it('with drafts leaves room for their encoding where the notice knows no mail program', () => {
    const caps = media.packaging.caps.filter(({ base64 }) => !base64)
    const webOnly = { ...media, packaging: { ...media.packaging, caps } }
    const { sending } = read(['--eml'], webOnly)
    // Four letters of three bytes, and 78 of each line of 76.
    expect(((sending?.cap ?? 0) * 4 * 78) / (3 * 76)).toBeLessThanOrEqual(45 * MB)
    expect(sending?.cap).toBeGreaterThan(32 * MB)
  })
})

describe('one sentence refuses', () => {
  it.each([
    [['--cap', 'abc'], '选项 --cap 要写数字和单位，如 45MB（单位可以是 KB、MB、GB），写的却是 abc。'],
    [['--cap', '45'], '选项 --cap 要写数字和单位，'],
    [['--cap', '-5MB'], '选项 --cap 要写数字和单位，'],
    [['--cap', '1e3MB'], '选项 --cap 要写数字和单位，'],
    [['--cap', '4,5MB'], '选项 --cap 要写数字和单位，'],
    [['--cap', '0MB'], '选项 --cap 要大于 0，写的却是 0MB。'],
    [['--cap', '0.0001KB'], '选项 --cap 要大于 0，'],
    [['--cap', '99999999999GB'], '选项 --cap 太大了，'],
    [['--plan', 'usb'], '选项 --plan 只能写 one、split、big、disk 中的一个，写的却是 usb。'],
    [['--plan', 'ONE'], '选项 --plan 只能写 '],
  ])('%j', (words, sentence) => expect(() => read(words)).toThrow(sentence))

  it.each([['--plan', 'one'], ['--cap', '45MB'], ['--eml']])(
    '%s where the notice names no mailbox',
    (...words) => {
      const upload = { channel: 'upload' as const, address: 'https://example.test/in', note: '' }
      const sentence = `选项 ${words[0]} 不能用于“宣传素材”：通知没有让用邮箱报送。`
      expect(() => read(words, { ...media, recipients: [upload] })).toThrow(sentence)
    },
  )
})
