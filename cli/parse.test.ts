import { describe, expect, it } from 'vitest'
import { UsageError } from './command.ts'
import { checkCommand } from './commands/check.ts'
import { packCommand } from './commands/pack.ts'
import { verifyCommand } from './commands/verify.ts'
import { parse } from './parse.ts'

describe('the words after a command', () => {
  it('are paths and options in any order', () => {
    const args = parse(checkCommand, ['--task', 'media', 'a', '--json', 'b', '--unit=u.json'])
    expect(args.paths).toEqual(['a', 'b'])
    expect(args.text('task')).toBe('media')
    expect(args.text('unit')).toBe('u.json')
    expect(args.has('json')).toBe(true)
    expect(args.text('sheet')).toBeUndefined()
  })

  it('give all values of an option that may be repeated', () => {
    const words = ['a', '--task', 'media', '--waive', 'x=甲', '--waive', 'y=乙=丙']
    expect(parse(checkCommand, words).texts('waive')).toEqual(['x=甲', 'y=乙=丙'])
  })

  it('take what follows -- for paths', () => {
    expect(parse(verifyCommand, ['--', '--json', '-a.zip']).paths).toEqual(['--json', '-a.zip'])
  })

  it('take a lone dash and a negative number for what they are', () => {
    expect(parse(verifyCommand, ['-']).paths).toEqual(['-'])
    expect(parse(checkCommand, ['a', '--task', '-1']).text('task')).toBe('-1')
  })
})

describe('wrong words', () => {
  const check =
    (...words: string[]) =>
    () =>
      parse(checkCommand, words)
  const pack =
    (...words: string[]) =>
    () =>
      parse(packCommand, words)

  it.each<[string, () => unknown, RegExp]>([
    ['an unknown option', check('a', '--task', 'media', '--fast'), /^不认识的选项 --fast。/],
    ['an unknown short option', check('a', '-x'), /^不认识的选项 -x。/],
    ['an option without its value', check('a', '--task'), /^选项 --task 后面要写 TASK。$/],
    ['an option with an empty value', check('a', '--task='), /^选项 --task 后面要写 TASK。$/],
    [
      'an option in place of a value',
      check('a', '--task', '--json'),
      /^选项 --task 后面要写 TASK，写的却是 --json。$/,
    ],
    ['an option given twice', check('a', '--task', 'x', '--task', 'y'), /^选项 --task 只能写一次。$/],
    ['a value for a switch', check('a', '--task', 'x', '--json=yes'), /^选项 --json 后面不要写内容。$/],
    ['no task', check('a'), /^缺少选项 --task TASK。$/],
    ['no folder', check('--task', 'media'), /^缺少 <文件夹或文件…>。$/],
    ['an empty path', check('', '--task', 'media'), /^<文件夹或文件…> 是空的。$/],
    ['no unit for a package', pack('a', '--task', 'media', '--out', 'b'), /^缺少选项 --unit unit.json。$/],
    ['no place for a package', pack('a', '--task', 'media', '--unit', 'u'), /^缺少选项 --out DIR。$/],
  ])('%s is said in one sentence', (_, action, sentence) => {
    expect(action).toThrow(UsageError)
    expect(action).toThrow(sentence)
  })
})
