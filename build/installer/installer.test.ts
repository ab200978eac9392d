import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import { writeChecksums } from './checksums.ts'
import { readDistWords } from './dist-words.ts'
import { reasonOf } from './run-builder.ts'
import { wantedFuses } from './wanted-fuses.ts'

const root = path.join(import.meta.dirname, '..', '..')
const config = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')

test('electron-builder sets the fuses that the verifier wants', () => {
  const set = wantedFuses.map(({ fuse }) => {
    const name = FuseV1Options[fuse]
    return new RegExp(`^  ${name.charAt(0).toLowerCase()}${name.slice(1)}: (true|false)$`, 'm').exec(
      config,
    )?.[1]
  })
  expect(set).toEqual(wantedFuses.map(({ on }) => String(on)))
})

test('the checksums satisfy sha256sum, with Chinese names too', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'checksums-'))
  writeFileSync(path.join(folder, '安装.exe'), 'a')
  writeFileSync(path.join(folder, 'b.zip'), 'b')
  await writeChecksums(folder, 'SHA256SUMS', ['安装.exe', 'b.zip'])
  const check = () =>
    execFileSync('sha256sum', ['-c', '--status', 'SHA256SUMS'], { cwd: folder, stdio: 'ignore' })
  check()
  writeFileSync(path.join(folder, 'b.zip'), 'c')
  expect(check).toThrow()
  rmSync(folder, { recursive: true })
})

test('a stub is built as a folder only, and never together with a runtime', () => {
  expect(readDistWords(['win', '--stub'])).toEqual({
    system: 'win',
    dirOnly: true,
    stub: true,
    runtime: undefined,
  })
  expect(readDistWords(['linux', '--runtime', 'e'])).toMatchObject({ runtime: 'e', dirOnly: false })
  for (const words of [[], ['mac'], ['win', '--stub', '--runtime', 'e'], ['win', '--runtime'], ['win', 'x']])
    expect(readDistWords(words)).toBeUndefined()
})

test('a failed download is told from other failures', () => {
  expect(reasonOf('⨯ Get "https://x/electron.zip": getaddrinfo ENOTFOUND x')).toContain('下载不到')
  expect(reasonOf('  • packaging\n  ⨯ icon not found  failedTask=build')).toBe(
    '⨯ icon not found  failedTask=build',
  )
})

test.each(['icon.ico', 'document.ico'])('%s has a picture for every place where Windows shows it', (name) => {
  const icon = readFileSync(path.join(root, 'build', 'icons', name))
  const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => icon[6 + 16 * index] || 256)
  expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
})
