import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'

const program = path.join(import.meta.dirname, '..', 'out', 'cli', 'kepuri.js')

export interface RunOptions {
  /** The program's own data, apart from the user's. */
  readonly dataDir: string
  /** The exit code that means that the step went as it should. */
  readonly expected: number
}

/**
 * Runs the built program with `--json`, shows the words it has for people, and gives the document it printed.
 *
 * @throws Error when it ends with another exit code than expected
 */
export async function runKepuri(
  words: readonly string[],
  { dataDir, expected }: RunOptions,
): Promise<{ json: unknown }> {
  console.log(`   $ kepuri ${words.map(quoted).join(' ')}\n`)
  const child = spawn('node', [program, ...words, '--json'], {
    env: { ...process.env, KEPURI_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [document, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  console.log(said.trimEnd().replaceAll(/^/gm, '   │ '))
  if (code !== expected || document === '')
    throw new Error(`kepuri ${words[0] ?? ''} 没有得到结果：退出码 ${String(code)}，应为 ${expected}`)
  return { json: JSON.parse(document) as unknown }
}

const quoted = (word: string): string => (/[\s"']/.test(word) ? JSON.stringify(word) : word)
