import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createTurnstile } from './turnstile.ts'

test('one that goes alone meets nobody, and nobody who came later passes it', async () => {
  const turnstile = createTurnstile()
  const inside = new Set<string>()
  const met: string[] = []
  const go = (name: string, alone: boolean) =>
    turnstile.pass(alone, undefined, async () => {
      inside.add(name)
      met.push([...inside].join(''))
      await wait(10)
      inside.delete(name)
    })
  await Promise.all([go('a', false), go('b', false), go('C', true), go('d', false), go('e', false)])
  expect(met).toEqual(['a', 'ab', 'C', 'd', 'de'])
})
test('work that fails makes room all the same', async () => {
  const turnstile = createTurnstile()
  await expect(turnstile.pass(true, undefined, () => Promise.reject(new RangeError('no')))).rejects.toThrow(
    'no',
  )
  expect(await turnstile.pass(true, undefined, async () => 1)).toBe(1)
})
test('who gives up waiting is let go at once and holds nobody up', async () => {
  const turnstile = createTurnstile()
  const controller = new AbortController()
  const first = turnstile.pass(false, undefined, () => wait(50, 'first'))
  const second = turnstile.pass(true, controller.signal, async () => 'never')
  const third = turnstile.pass(false, undefined, async () => 'third')
  controller.abort(new RangeError('given up'))
  await expect(second).rejects.toThrow('given up')
  expect(await Promise.race([first, third])).toBe('third')
  await expect(turnstile.pass(false, controller.signal, async () => 1)).rejects.toThrow('given up')
})
