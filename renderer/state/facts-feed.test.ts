import { describe, expect, it } from 'vitest'
import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import type { Client } from '../../shared/operation.ts'
import { createFactsFeed } from './facts-feed.ts'
import { measured } from './project.fixture.ts'

function feed(probe: (files: string[]) => void = () => undefined) {
  const calls: string[][] = []
  let recovered = 0
  const client = {
    'media.probe': async ({ files }: { files: string[] }) => {
      calls.push(files)
      probe(files)
      return files.map((id, index) => ({ id, facts: measured(index) }))
    },
  } as unknown as Client<Contract>
  const made = createFactsFeed(client, async () => {
    recovered += 1
    return recovered < 3
  })
  const idle = async () => {
    while (made.store.getState().total > 0) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  return { feed: made, calls, idle, recovered: () => recovered }
}
const ids = (count: number) => Array.from({ length: count }, (_, index) => `f${index}`)

describe('the feed of facts', () => {
  it('asks in small steps first and in larger ones while answers come fast', async () => {
    const { feed: made, calls, idle } = feed()
    made.want(ids(100))
    expect(made.store.getState().total).toBe(100)
    await idle()
    expect(calls.map(({ length }) => length)).toEqual([4, 8, 16, 32, 40])
    expect(made.store.getState().facts.size).toBe(100)
  })

  it('asks for no file twice, unless it is asked to look again', async () => {
    const { feed: made, calls, idle } = feed()
    made.want(['a', 'b'])
    made.want(['b', 'c'])
    await idle()
    made.want(['a'])
    made.again(['c'])
    await idle()
    expect(calls.flat().toSorted()).toEqual(['a', 'b', 'c', 'c'])
  })

  it('goes on where it was after the engine was lost', async () => {
    let deaths = 0
    const {
      feed: made,
      idle,
      recovered,
    } = feed(() => {
      if (deaths++ === 1) throw new Fault({ code: 'engine-gone' })
    })
    made.want(ids(20))
    await idle()
    expect(recovered()).toBe(1)
    expect(made.store.getState().facts.size).toBe(20)
  })

  it('looks once more at a file that is asked for again while it is being measured', async () => {
    const { feed: made, calls, idle } = feed()
    made.want(['a'])
    made.again(['a'])
    await idle()
    expect(calls).toEqual([['a'], ['a']])
  })

  it('stops when the window has ended, instead of asking on and on', async () => {
    const {
      feed: made,
      calls,
      idle,
      recovered,
    } = feed(() => {
      throw new Fault({ code: 'engine-gone' })
    })
    made.want(['a'])
    await idle()
    expect([calls.length, recovered()]).toEqual([3, 3])
    expect(made.store.getState().trouble).toEqual({ code: 'engine-gone' })
  })

  it('leaves out the one file that the engine cannot measure, and says so', async () => {
    const { feed: made, idle } = feed((files) => {
      if (files.includes('f7')) throw new Fault({ code: 'internal', reference: 'X1' })
    })
    made.want(ids(20))
    await idle()
    expect(made.store.getState().facts.size).toBe(19)
    expect(made.store.getState().trouble).toEqual({ code: 'internal', reference: 'X1' })
  })

  it('stops and says why when the engine refuses', async () => {
    const { feed: made, idle } = feed(() => {
      throw new Fault({ code: 'internal', reference: 'X1' })
    })
    made.want(ids(5))
    await idle()
    expect(made.store.getState().trouble).toEqual({ code: 'internal', reference: 'X1' })
  })
})
