import { describe, expect, test } from 'vitest'
import type { Fault } from '../../shared/faults.ts'
import { dropPath } from './drop-path.ts'

const faultOf = (encoded: string, platform: NodeJS.Platform) => {
  try {
    return dropPath(encoded, platform)
  } catch (error) {
    return (error as Fault).data
  }
}

describe('the path of a dropped file', () => {
  test.each([
    ['照片/现场/图 1.jpg', ['照片', '现场', '图 1.jpg']],
    ['照片\\现场\\图1.jpg', ['照片', '现场', '图1.jpg']],
    ['100%.jpg', ['100%.jpg']],
    ['..foo/...jpg', ['..foo', '...jpg']],
    ['%2e%2e%2f', ['%2e%2e%2f']],
    ['👩‍👩‍👧/e\u0301.jpg', ['👩‍👩‍👧', 'e\u0301.jpg']],
  ])('%j is taken in its parts', (path, parts) =>
    expect(dropPath(encodeURIComponent(path), 'linux')).toEqual(parts),
  )
  test.each([
    '..',
    '.',
    '',
    '%2e%2e',
    '..%2fx',
    '..%2F..%2Fetc%2Fpasswd',
    '%2e%2e%5cx',
    'a%2F..%2F..%2Fx',
    'a%5c..%5cx',
    '%2Fetc%2Fpasswd',
    '%5c%5cserver%5cshare%5cx',
    'C%3A%5CWindows%5Cx',
    'c%3Ax',
    'a%2F%2Fb',
    'a%2F',
    'a%00.jpg',
    '%c0%ae%c0%ae%2fx',
    '%',
    '%ff',
  ])('%j is refused everywhere', (encoded) => {
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(faultOf(encoded, platform)).toMatchObject({ code: 'bad-request', operation: 'host.drops' })
  })
  test.each([
    'con',
    'CON.jpg',
    'lpt1 .txt',
    '图?.jpg',
    '图:流',
    'a.',
    '.. ',
    'a ',
    '"',
    'a\nb',
    'x/nul.tar.gz',
  ])('%j cannot be made on Windows, and is said so', (path) => {
    expect(faultOf(encodeURIComponent(path), 'win32')).toEqual({
      code: 'not-readable',
      path,
      reason: 'EINVAL',
    })
  })
  test('a name is as long as the system has it', () => {
    const name = '科'.repeat(86)
    expect(faultOf(encodeURIComponent(name), 'linux')).toMatchObject({ reason: 'ENAMETOOLONG' })
    expect(faultOf(encodeURIComponent(name), 'win32')).toEqual([name])
    expect(faultOf('a%2F'.repeat(100) + 'a', 'win32')).toMatchObject({ reason: 'ENAMETOOLONG' })
  })
})
