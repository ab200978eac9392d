import { expect, test } from 'vitest'
import { z } from 'zod'
import { Fault } from './faults.ts'
import { type Client, type Engine, operation, Step } from './operation.ts'

/** Operations that only show how a host carries calls. */
export const conformanceContract = {
  'text.trim': operation({
    summary: 'Trims.',
    input: z.object({ text: z.string() }),
    output: z.object({ text: z.string() }),
  }),
  'work.run': operation({
    summary: 'Takes steps, reporting each.',
    input: z.object({ steps: z.number(), milliseconds: z.number() }),
    output: z.object({ steps: z.number() }),
    progress: Step,
  }),
  'work.taken': operation({
    summary: 'Steps taken since the last run began.',
    input: z.object({}),
    output: z.number(),
  }),
  'work.fail': operation({
    summary: 'Fails as told.',
    input: z.object({ how: z.enum(['fault', 'bug']) }),
    output: z.null(),
  }),
}
export type ConformanceContract = typeof conformanceContract

/** An engine that does what the conformance contract says. */
export function conformanceEngine(): Engine<ConformanceContract> {
  let taken = 0
  return {
    'text.trim': async ({ text }) => ({ text: text.trim() }),
    async 'work.run'({ steps, milliseconds }, { signal, progress }) {
      taken = 0
      while (taken < steps) {
        signal.throwIfAborted()
        taken += 1
        progress({ stage: 'probe', done: taken, total: steps, item: `文件${taken}` })
        if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds))
      }
      return { steps: taken }
    },
    'work.taken': async () => taken,
    async 'work.fail'({ how }) {
      if (how === 'fault') throw new Fault({ code: 'not-found', path: '没有.jpg' })
      throw new TypeError('a bug')
    },
  }
}

export interface OpenHost {
  readonly client: Client<ConformanceContract>
  /** What the host was given to log. */
  readonly reported: readonly unknown[]
  /** Cuts the line between client and engine, as a closed window does. */
  cut(): void
  close(): Promise<void>
}

/** What every host owes its clients, whatever carries the messages. */
export function hostConforms(name: string, open: () => Promise<OpenHost>): void {
  const withHost = (title: string, body: (host: OpenHost) => Promise<void>) =>
    test(`${name}: ${title}`, async () => {
      const host = await open()
      try {
        await body(host)
      } finally {
        await host.close()
      }
    })

  withHost('an operation answers with its output', async ({ client }) => {
    expect(await client['text.trim']({ text: ' 科普日 ' })).toEqual({ text: '科普日' })
  })
  withHost('calls that run side by side each get their own answer', async ({ client }) => {
    const answers = await Promise.all(['a ', ' b', ' c '].map((text) => client['text.trim']({ text })))
    expect(answers.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
  })
  withHost('progress comes in order, before the answer, and never above its total', async ({ client }) => {
    const seen: Step[] = []
    await client['work.run']({ steps: 4, milliseconds: 130 }, { onProgress: (step) => seen.push(step) })
    expect(seen.map(({ done }) => done)).toEqual([1, 2, 3, 4])
    expect(seen.every(({ done, total }) => done <= total)).toBe(true)
    expect(seen[0]?.item).toBe('文件1')
  })
  withHost('a burst of progress is folded', async ({ client }) => {
    const seen: Step[] = []
    await client['work.run']({ steps: 500, milliseconds: 0 }, { onProgress: (step) => seen.push(step) })
    expect(seen.length).toBeLessThan(20)
  })
  withHost('a long silence is filled by saying the last step again', async ({ client }) => {
    const seen: Step[] = []
    await client['work.run']({ steps: 1, milliseconds: 2000 }, { onProgress: (step) => seen.push(step) })
    expect(seen.length).toBeGreaterThan(1)
  })
  withHost('a fault keeps its data', async ({ client }) => {
    const fault = await client['work.fail']({ how: 'fault' }).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Fault)
    expect((fault as Fault).data).toEqual({ code: 'not-found', path: '没有.jpg' })
  })
  withHost('a bug is masked behind a reference and logged whole', async ({ client, reported }) => {
    const fault = await client['work.fail']({ how: 'bug' }).catch((error: unknown) => error)
    expect((fault as Fault).data.code).toBe('internal')
    expect(JSON.stringify((fault as Fault).data)).not.toContain('a bug')
    expect(reported).toHaveLength(1)
  })
  withHost('cancelling stops the work, not just the waiting', async ({ client }) => {
    const controller = new AbortController()
    const call = client['work.run'](
      { steps: 1000, milliseconds: 20 },
      { signal: controller.signal, onProgress: () => controller.abort() },
    )
    const fault = await call.catch((error: unknown) => error)
    expect((fault as Fault).data.code).toBe('cancelled')
    expect(await settled(client)).toBeLessThan(500)
  })
  withHost('a call that is cancelled before it starts never reaches the engine', async ({ client }) => {
    await expect(
      client['work.run']({ steps: 3, milliseconds: 0 }, { signal: AbortSignal.abort() }),
    ).rejects.toThrow('cancelled')
    expect(await client['work.taken']({})).toBe(0)
  })
  withHost('input that does not fit the schema never reaches the engine', async ({ client }) => {
    // @ts-expect-error text must be a string
    await expect(client['text.trim']({ text: 3 })).rejects.toThrow('bad-request')
    // @ts-expect-error the input is required
    await expect(client['text.trim']()).rejects.toThrow('bad-request')
  })
  withHost('a cut line ends its calls', async ({ client, cut }) => {
    const call = client['work.run']({ steps: 1000, milliseconds: 20 }, { onProgress: () => cut() })
    await expect(call).rejects.toThrow('engine-gone')
  })
}

/** Steps taken once two looks in a row agree: the work has stopped. */
async function settled(client: Client<ConformanceContract>): Promise<number> {
  for (let last = -1; ;) {
    const taken = await client['work.taken']({})
    if (taken === last) return taken
    last = taken
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}
