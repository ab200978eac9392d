import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { type Contract, contract } from '../shared/contract.ts'
import type { Client } from '../shared/operation.ts'
import { connect, type Port, Reply, type Request } from '../shared/wire.ts'

const program = path.join(import.meta.dirname, '..', 'out', 'cli', 'kepuri.js')

export interface Folders {
  readonly dataDir: string
  readonly out: string
}

/** The built web host with its engine, spoken to over the wire as a page would, and made to be killed. */
export interface KillableApp {
  readonly client: Client<Contract>
  /** Hands a file in by upload. */
  put(drop: string, name: string, content: Buffer): Promise<void>
  /** Asks the host for something besides the calls. */
  ask(address: string): Promise<unknown>
  /** Kills the engine alone, or host and engine, without a warning; resolves when they are gone. */
  kill(what: Victim): Promise<void>
}
export type Victim = 'engine' | 'host'

const started = new Set<ChildProcess>()
process.once('exit', () => started.forEach((child) => child.kill('SIGKILL')))

/** Starts the built program on these folders. */
export async function startKillable({ dataDir, out }: Folders): Promise<KillableApp> {
  const child = spawn(process.execPath, [program, 'serve', '--no-open', '--json', '--out', out], {
    env: { ...process.env, KEPURI_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  started.add(child)
  const { address, port } = await launchedOf(child)
  const token = new URL(address).searchParams.get('token') ?? ''
  const cookie = `kepuri-${port}=${token}`
  const send = (method: string, where: string, body: string | Buffer) => {
    const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const asked = request({ host: '127.0.0.1', port, path: where, method, headers, agent: false })
    asked.end(body)
    return answerOf(asked)
  }
  const host = child.pid ?? 0
  return {
    client: connect(
      contract,
      callPort((frame) => send('POST', '/call', frame)),
    ),
    async put(drop, name, content) {
      await text(await send('PUT', `/host/drops/${drop}/${encodeURIComponent(name)}`, content))
    },
    ask: async (where) => JSON.parse(await text(await send('POST', where, '{}'))) as unknown,
    async kill(what) {
      const engines = await childrenOf(host)
      if (what === 'host') child.kill('SIGKILL')
      for (const pid of engines) process.kill(pid, 'SIGKILL')
      if (what === 'host' && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await Promise.all(engines.map(buried))
    },
  }
}

function answerOf(asked: ReturnType<typeof request>) {
  return new Promise<Parameters<typeof text>[0]>((resolve, reject) => {
    asked.once('error', reject)
    asked.once('response', (answer) =>
      answer.statusCode === 200 ? resolve(answer) : reject(new Error(`answered ${answer.statusCode}`)),
    )
  })
}

async function launchedOf(child: ChildProcess): Promise<{ address: string; port: number }> {
  if (!child.stdout) throw new Error('no output')
  let said = ''
  for await (const part of child.stdout) {
    said += String(part)
    try {
      return JSON.parse(said) as { address: string; port: number }
    } catch {
      // The document is not whole yet.
    }
  }
  throw new Error(`kepuri serve 没有启动：${said}`)
}

/** One POST is one call; an answer that breaks off says that the engine is gone, as the window's port does. */
function callPort(send: (frame: string) => ReturnType<typeof answerOf>): Port<Request, Reply> {
  const listeners = new Set<(reply: Reply) => void>()
  const tell = (reply: Reply) => listeners.forEach((hear) => hear(reply))
  const run = async (frame: Request): Promise<void> => {
    let answered = false
    try {
      const input = (await send(JSON.stringify(frame))) as NodeJS.ReadableStream
      for await (const line of createInterface({ input })) {
        const reply = Reply.parse(JSON.parse(line))
        answered ||= reply.type !== 'progress'
        tell(reply)
      }
    } catch {
      // Falls through: a line that broke off has not been answered.
    }
    if (!answered) tell({ type: 'failed', id: frame.id, fault: { code: 'engine-gone' } })
  }
  return {
    post: (frame) => void run(frame),
    listen(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}

/** A killed process answers to its number until the system has buried it; who sweeps up behind it goes by that. */
async function buried(pid: number): Promise<void> {
  for (let turn = 0; turn < 1500 && isAnswering(pid); turn += 1) await wait(20)
}

function isAnswering(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Of Linux: the engine is the host's child. */
async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return children.split(' ').filter(Boolean).map(Number)
}
