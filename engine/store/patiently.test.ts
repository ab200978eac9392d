import { expect, it } from 'vitest'
import { patiently, patientlySync } from './patiently.ts'

const failing = (code: string, times: number) => {
  let calls = 0
  return {
    calls: () => calls,
    async action() {
      calls += 1
      if (calls <= times) throw Object.assign(new Error(code), { code })
      return 'done'
    },
  }
}

it.each(['EPERM', 'EBUSY', 'EACCES'])('waits for a file that is held for a moment: %s', async (code) => {
  expect(await patiently(failing(code, 2).action)).toBe('done')
})
it('gives up where it stays held, with what the system says', async () => {
  const held = failing('EBUSY', Infinity)
  await expect(patiently(held.action)).rejects.toMatchObject({ code: 'EBUSY' })
  expect(held.calls()).toBe(8)
})
it('waits so often and so long as it is told to', async () => {
  const held = failing('EBUSY', Infinity)
  await expect(patiently(held.action, undefined, [1, 1, 1])).rejects.toMatchObject({ code: 'EBUSY' })
  expect(held.calls()).toBe(4)
})
it('does not wait for what will not pass', async () => {
  const gone = failing('ENOENT', Infinity)
  await expect(patiently(gone.action)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(gone.calls()).toBe(1)
})
it('does not wait where nothing is to be waited for, by what the system says', async () => {
  const held = failing('EACCES', Infinity)
  const hopeless = async (error: unknown) => (error as NodeJS.ErrnoException).code === 'EACCES'
  await expect(patiently(held.action, hopeless)).rejects.toMatchObject({ code: 'EACCES' })
  expect(held.calls()).toBe(1)
})

const failingSync = (code: string, times: number) => {
  let calls = 0
  return {
    calls: () => calls,
    action() {
      calls += 1
      if (calls <= times) throw Object.assign(new Error(code), { code })
      return 'done'
    },
  }
}
const goOn = () => undefined

it('in a thread that stands still it is the same', () => {
  expect(patientlySync(failingSync('EBUSY', 2).action, goOn)).toBe('done')
  const gone = failingSync('ENOENT', Infinity)
  expect(() => patientlySync(gone.action, goOn)).toThrow('ENOENT')
  expect(gone.calls()).toBe(1)
  const held = failingSync('EBUSY', Infinity)
  expect(() => patientlySync(held.action, goOn)).toThrow('EBUSY')
  expect(held.calls()).toBe(8)
})
it('such a thread can be told to stop waiting', () => {
  const held = failingSync('EBUSY', Infinity)
  const stop = () => {
    throw new Error('stopped')
  }
  expect(() => patientlySync(held.action, stop)).toThrow('stopped')
  expect(held.calls()).toBe(1)
})
