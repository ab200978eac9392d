import { expect, it } from 'vitest'
import { patiently } from './patiently.ts'

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
it('does not wait for what will not pass', async () => {
  const gone = failing('ENOENT', Infinity)
  await expect(patiently(gone.action)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(gone.calls()).toBe(1)
})
