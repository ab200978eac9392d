import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { FaultJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { copyFixture } from './media.fixture.ts'

const at = desk()

beforeAll(async () => {
  await at.folder('材料')
  await copyFixture('video-120.00s.mp4', at.path('材料', '宣传片.mp4'))
})

const commands = ['check', 'form', 'pack', 'activities', 'verify', 'notices', 'serve']

describe.concurrent('help', () => {
  it('--version prints the version of the package, and nothing else', async () => {
    const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
    const { version } = JSON.parse(text) as { version: string }
    expect(await at.run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it('--help names every command and every exit code', async () => {
    const { code, out, err } = await at.run('--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(out).toMatch(/退出码：0 .*；1 .*；2 .*；3 .*；130 /)
  })

  it('without a word it shows the help, and ends with 2', async () => {
    const { code, out, err } = await at.run()
    expect({ code, err }).toEqual({ code: 2, err: '' })
    expect(out).toContain('用法：kepuri <命令>')
  })

  it('--help of a command asks for nothing else and names its options', async () => {
    const { code, out, err } = await at.run('pack', '--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const option of [
      'task',
      'unit',
      'out',
      'sheet',
      'notice',
      'waive',
      'declare',
      'plan',
      'cap',
      'eml',
      'no-pdf',
      'json',
      'help',
    ])
      expect(out).toMatch(new RegExp(`^  --${option}\\b`, 'm'))
  })

  it('notices lists what it knows', async () => {
    const { code, out } = await at.run('notices')
    expect(code).toBe(0)
    expect(out).toContain('liaoning-2023')
    for (const task of ['media', 'activities', 'history']) expect(out).toContain(`  ${task}　`)
  })
})

describe.concurrent('wrong words on the command line', () => {
  it.each<[string, string[], RegExp]>([
    ['an unknown command', ['zip', '材料'], /没有 zip 这个命令/],
    ['an unknown option', ['check', '材料', '--task', 'media', '--fast'], /不认识的选项 --fast/],
    ['an option without its value', ['check', '材料', '--task'], /--task 后面要写/],
    ['an unknown verb of notices', ['notices', 'print'], /用法：kepuri notices/],
  ])('%s is said in one line, with 2', async (_, words, line) => {
    await at.refuses(words, 2, line)
  })

  it('is JSON too where JSON is asked for', async () => {
    const { code, json } = await at.json(FaultJson, 'check', '材料')
    expect(code).toBe(2)
    expect(json).toMatchObject({ fault: { code: 'bad-request' }, message: '缺少选项 --task TASK。' })
  })
})

describe.concurrent('a reader that goes away', () => {
  it('is no failure of ours', async () => {
    const running = at.start(['check', '材料', '--task', 'media', '--json'])
    running.process.stdout?.destroy()
    expect((await running.ended).err).not.toMatch(/EPIPE|node:/)
  })
})
