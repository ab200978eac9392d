import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { commands } from '../cli/commands.ts'
import { commandHelp } from '../cli/help.ts'
import { contract } from '../shared/contract.ts'
import { findingCodes } from '../shared/findings.ts'
import { Notice } from '../shared/notice/notice.ts'
import { typeText } from './type-text.ts'

/** `npm run generate`: files that derive from the sources. With `--check` it only says which are out of date. */
const root = path.join(import.meta.dirname, '..')

const operations = [
  '# 引擎操作 Engine operations',
  '',
  '由 shared/contract.ts 生成（`npm run generate`），不要手工修改。Generated; do not edit.',
  ...Object.entries(contract).flatMap(([name, { summary, input, output, progress }]) => [
    '',
    `## ${name}`,
    '',
    summary,
    '',
    '```ts',
    `input:    ${typeText(input)}`,
    `output:   ${typeText(output)}`,
    ...(progress instanceof z.ZodNever ? [] : [`progress: ${typeText(progress)}`]),
    '```',
  ]),
  '',
  '## Finding codes',
  '',
  ...findingCodes.map((code) => `- \`${code}\``),
  '',
].join('\n')

const commandLine = [
  '# 命令行 Command line',
  '',
  '由 cli/commands/ 生成（`npm run generate`），不要手工修改。Generated; do not edit.',
  ...commands.flatMap((command) => [
    '',
    `## kepuri ${command.name}`,
    '',
    '```text',
    commandHelp(command),
    '```',
  ]),
  '',
].join('\n')

const schema = `${JSON.stringify({ title: '科普日报送助手 规则包', ...z.toJSONSchema(Notice, { io: 'input' }) }, null, 2)}\n`

const files: Readonly<Record<string, string>> = {
  'docs/operations.md': operations,
  'docs/command-line.md': commandLine,
  'resources/notices/notice.schema.json': schema,
}

const stale = Object.entries(files).filter(([name, content]) => read(name) !== content)
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.log(`out of date: ${name} — run npm run generate`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [name, content] of stale) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), content)
    console.log(`written: ${name}`)
  }
}

function read(name: string): string | undefined {
  try {
    return readFileSync(path.join(root, name), 'utf8')
  } catch {
    return undefined
  }
}
