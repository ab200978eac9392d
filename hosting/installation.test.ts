import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findInstallation, unpacked } from './installation.ts'

test('is found from any module of ours', () => {
  const { version, resourcesDir } = findInstallation(import.meta.url)
  expect(version).toMatch(/^\d+\.\d+\.\d+/)
  expect(existsSync(resourcesDir)).toBe(true)
})
test('a program in the archive is run from beside it', () => {
  expect(unpacked('C:\\x\\resources\\app.asar\\node_modules\\f.exe')).toContain('app.asar.unpacked\\node')
  expect(unpacked('/x/node_modules/f')).toBe('/x/node_modules/f')
})
