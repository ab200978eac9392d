import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { getMeta } from 'unpdf'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { startEngineProcess } from '../hosting/engine-process.ts'
import { engineEnvironment, engineProgram } from '../hosting/engine-program.ts'
import { findChromium } from '../hosting/find-chromium.ts'
import { forkEngine } from '../hosting/fork-engine.ts'
import { pdfText } from '../hosting/pdf-text.fixture.ts'
import { contract } from '../shared/contract.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'
import type { Terminal } from './command.ts'
import { packCommand } from './commands/pack.ts'
import { PackJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { parse } from './parse.ts'
import { goodTexts } from './form.fixture.ts'
import { member, soundPack, soundSubmission } from './submission.fixture.ts'

const at = desk()
/** Where substitutes for a browser lie, so that they are not among what a pack leaves. */
const beside = desk()
beforeAll(() => soundSubmission(at))

const chromium = findChromium(process.env, process.platform)
if (!chromium) console.warn('cli/pack-pdf: no Chromium here, so none was tried')
const pages = ['报送核对单.html', '权属与授权声明.html']
const pdfs = ['报送核对单.pdf', '权属与授权声明.pdf']

async function packed(out: string, browser: string, ...words: string[]) {
  const ran = await at.start([...soundPack, '--out', out, '--json', ...words], undefined, {
    CHROMIUM: browser,
  }).ended
  expect(ran.code).toBe(0)
  const json = PackJson.parse(JSON.parse(ran.out))
  const names = await readdir(at.path(json.out))
  return { ...ran, json, pdf: names.filter((name) => name.endsWith('.pdf')).toSorted() }
}
/** A program that stands in for a browser. */
async function substitute(name: string, script: string): Promise<string> {
  await writeFile(beside.path(name), `#!${process.execPath}\n${script}\n`, { mode: 0o755 })
  return beside.path(name)
}

it('an engine in a process of its own has its papers printed by its host', async () => {
  const printed: string[] = []
  const host = startEngineProcess(contract, {
    fork: () => forkEngine(engineProgram, [], engineEnvironment(beside.path('数据'), { prints: true })),
    newId: randomUUID,
    async printPdf(page, pdf) {
      printed.push(path.basename(page))
      await writeFile(pdf, `%PDF-1.4 ${'/Type /Page '.repeat(9)} %%EOF`)
    },
    onDeath: () => undefined,
  })
  const ports = joinedPorts<Request, Reply>()
  serve(contract, host.engine, ports.far, String)
  const words = soundPack.slice(1).map((word) => (/^材料$|\./.test(word) ? at.path(word) : word))
  const answers: unknown[] = []
  const code = await packCommand.run(parse(packCommand, [...words, '--out', at.path('窗口')]), {
    engine: connect(contract, ports.near),
    claim: host.claim,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    browser: { program: 'stands in' },
    answer: (json) => answers.push(json),
  } as Partial<Terminal> as Terminal)
  await host.close()
  expect(code).toBe(0)
  expect(printed).toEqual(pages)
  expect(
    (await readdir(PackJson.parse(answers[0]).out)).filter((name) => name.endsWith('.pdf')).toSorted(),
  ).toEqual(pdfs)
})

describe.skipIf(!chromium)('where a Chromium is at hand', () => {
  it('a pack prints its papers beside the pages, and tells what to print', async () => {
    const { json, pdf, err } = await packed('有', chromium ?? '')
    expect(pdf).toEqual(pdfs)
    expect(json.pdf).toBe('written')
    for (const name of pdfs) {
      expect(json.documents).toContain(`${json.out}/${name}`)
      expect(await readFile(at.path(json.out, name), 'latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/)
      expect(err).toContain(`打　印：${json.out}/${name}\n`)
    }
    expect(err).not.toContain('没有生成 PDF')
  })
  it('the checklist’s PDF says what was packed, judged and is to be sent', async () => {
    const { json } = await packed('读', chromium ?? '')
    const [checklist = '', statement = ''] = await Promise.all(
      pdfs.map(async (name) =>
        (await pdfText(await readFile(at.path(json.out, name)))).join('').replace(/\s/g, ''),
      ),
    )
    const [zip] = json.packages
    const [mail] = json.mails
    const said = [
      '2023年科普日宣传素材报送核对单',
      '辽全科组办发〔2023〕5号',
      `${member.name}（成员单位）`,
      member.contact + member.phone,
      '要求不少于2个，实有2个（图片1张、视频1个），已达到',
      `邹畅${mail?.to}`,
      `${mail?.subject}（通知未规定，建议格式）`,
      `SHA-256前16位：${zip?.sha256.slice(0, 16)}`,
      '□意识形态审核□保密审核（仅限可公开材料）□权属审核',
      '经办人',
      '部门负责人审核',
      '分管领导审签',
      '（公章）',
      '文件清单（共2个）',
      `辽宁省气象局（沈阳市）-${goodTexts['题目']}`,
      '第1页共1页',
    ]
    expect(said.filter((text) => !checklist.includes(text))).toEqual([])
    expect(statement).toContain(`${member.name}报送`)
    const { info } = await getMeta(new Uint8Array(await readFile(at.path(json.out, pdfs[0] ?? ''))))
    expect(info).toMatchObject({ Title: '2023年科普日宣传素材报送核对单', Author: member.name })
  })
  it('--no-pdf leaves them out, and nobody complains', async () => {
    const { json, pdf, err } = await packed('不要', chromium ?? '', '--no-pdf')
    expect(pdf).toEqual([])
    expect(json.documents.filter((document) => document.endsWith('.pdf'))).toEqual([])
    expect(err).toContain(`打　印：${json.out}/${pages[0]}（用浏览器打开，再打印）`)
    expect(err).not.toContain('没有生成 PDF')
  })
})

it('without a browser the pages are there, and one line says how to print', async () => {
  const { pdf, err, json } = await packed('没有', 'none')
  expect(pdf).toEqual([])
  expect(json.pdf).toBe('off')
  expect(err.match(/按设置没有生成 PDF.*请用浏览器打开报送核对单\.html，再打印/g)).toHaveLength(1)
})

it('a browser that is named and not there is not replaced by another', async () => {
  const { pdf, err, json } = await packed('别的', beside.path('没有这个浏览器'))
  expect(pdf).toEqual([])
  expect(json.pdf).toBe('none')
  expect(err).toMatch(/没有生成 PDF：环境变量 CHROMIUM 写的“.*没有这个浏览器”不在/)
})

// Scripts are programs only where a first line says by what they are run.
describe.skipIf(process.platform === 'win32')('a browser', () => {
  it('that fails costs the PDF, not the package', async () => {
    const { pdf, err, json } = await packed('坏', await substitute('坏', 'process.exit(7)'))
    expect(pdf).toEqual([])
    expect(json.pdf).toBe('failed')
    expect(err).toContain('没有生成 PDF：浏览器没有打印成功，原因记在日志里')
  })
  it.each(['SIGINT', 'SIGHUP'] as const)(
    'that is at work when %s comes is ended, and nothing is left',
    async (signal) => {
      const script = `require('node:fs').writeFileSync(__filename + '.pid', String(process.pid)); setInterval(() => {}, 1000)`
      const browser = await substitute(`慢${signal}`, script)
      const before = await at.listing()
      const running = at.start([...soundPack, '--out', '新/包'], undefined, { CHROMIUM: browser })
      const pid = await vi.waitFor(
        () =>
          readFile(`${browser}.pid`, 'utf8').then((text) => /^\d+$/.exec(text)?.[0] ?? Promise.reject(text)),
        60_000,
      )
      running.process.kill(signal)
      expect(await running.ended).toEqual({ code: 130, out: '', err: '已取消，可以重新开始\n' })
      expect(await at.listing()).toEqual(before)
      const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' })
      expect(stdout).not.toMatch(/^[^Z\s]/)
    },
  )
})
