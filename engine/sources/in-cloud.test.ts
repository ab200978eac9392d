import { truncate, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../probe/probe.fixture.ts'
import { isInCloud, reasonInCloud } from './in-cloud.ts'

test.each([
  [{ size: 5_000_000, blocks: 0 }, 'win32', true],
  [{ size: 5_000_000, blocks: 0 }, 'linux', false],
  [{ size: 5_000_000, blocks: 9768 }, 'win32', false],
  [{ size: 300, blocks: 0 }, 'win32', false],
] as const)('%o on %s lies in the cloud: %s', (status, platform, inCloud) =>
  expect(isInCloud(status, platform)).toBe(inCloud),
)

const folder = temporaryFolder()

test('what cannot be read because it was never downloaded is told so, and nothing else is', async () => {
  const away = folder.path('网盘.jpg')
  await writeFile(away, '')
  // A size and no room on the disk, as a file that stands for one in the cloud has it.
  await truncate(away, 100_000)
  const here = folder.path('本机.jpg')
  await writeFile(here, Buffer.alloc(100_000, 1))
  expect(await reasonInCloud('system', away, 'win32')).toBe('in-cloud')
  expect(await reasonInCloud('time-limit', away, 'win32')).toBe('in-cloud')
  expect(await reasonInCloud('locked', away, 'win32')).toBe('locked')
  expect(await reasonInCloud('system', here, 'win32')).toBe('system')
  expect(await reasonInCloud('system', away, 'linux')).toBe('system')
  expect(await reasonInCloud('system', folder.path('没有.jpg'), 'win32')).toBe('system')
})
