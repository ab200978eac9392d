import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Circumstances, downloadProblem, hasFailedToOpen, planStart } from './start-plan.ts'
import { findRuntime, installRuntime } from './start-runtime.ts'
import { isStale, sourcesStamp, writeStamp } from './start-stamp.ts'

let root = ''
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'kepuri-start-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))
const write = (name: string, text = '') => {
  const file = path.join(root, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

describe('window or browser', () => {
  const plan = (given: Partial<Circumstances>) =>
    planStart({ words: [], platform: 'linux', environment: { DISPLAY: ':0' }, isRoot: false, ...given })
  test('is the window where there can be one', () => {
    expect(plan({})).toEqual({ way: 'desktop' })
    expect(plan({ environment: { WAYLAND_DISPLAY: 'wayland-0' } })).toEqual({ way: 'desktop' })
    expect(plan({ platform: 'win32', environment: {} })).toEqual({ way: 'desktop' })
    expect(plan({ platform: 'darwin', environment: {}, isRoot: true })).toEqual({ way: 'desktop' })
  })
  test('is the browser when asked for', () => {
    expect(plan({ words: ['--web'] })).toMatchObject({ way: 'web', words: [] })
    expect(plan({ words: ['--web', '--port', '4000'] })).toMatchObject({
      way: 'web',
      words: ['--port', '4000'],
    })
  })
  test('is the browser for words that only it knows, which are passed on as they are', () =>
    expect(plan({ words: ['--no-open', '--port', '4000'] })).toMatchObject({
      way: 'web',
      words: ['--no-open', '--port', '4000'],
    }))
  test('is an address to open elsewhere without a display, and the browser for root', () => {
    expect(plan({ environment: {} })).toMatchObject({ way: 'web', words: ['--no-open'] })
    expect(plan({ isRoot: true })).toMatchObject({ way: 'web', words: [] })
  })
  test.each([
    [0, 500, false],
    [127, 500, true],
    [null, 500, true],
    [1, 60_000, false],
  ])('a window that ends with %j after %j ms has failed to open: %j', (code, milliseconds, failed) =>
    expect(hasFailedToOpen(code, milliseconds)).toBe(failed),
  )
})

describe('the runtime', () => {
  const electron = 'node_modules/electron'
  test('is there only when it is whole', () => {
    expect(findRuntime(root, {})).toBeUndefined()
    write(`${electron}/path.txt`, 'electron')
    expect(findRuntime(root, {})).toBeUndefined()
    write(`${electron}/dist/version`, '45.4.1')
    expect(findRuntime(root, {})).toBeUndefined()
    const program = write(`${electron}/dist/electron`)
    expect(findRuntime(root, {})).toBe(program)
  })
  test('may lie elsewhere', () => {
    const program = write('elsewhere/electron')
    write(`${electron}/path.txt`, 'electron')
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: path.dirname(program) }
    expect(findRuntime(root, environment)).toBe(program)
    rmSync(program)
    expect(findRuntime(root, environment)).toBeUndefined()
  })
  test('that cannot be fetched costs one line', async () => {
    const failing = write(
      'install.cjs',
      'console.error(new TypeError("fetch failed").stack); process.exit(1)',
    )
    expect(await installRuntime(failing, 10_000)).toBe('fetch failed')
    expect(await installRuntime(write('fine.cjs'), 10_000)).toBeUndefined()
  })
  test.skipIf(process.platform === 'win32')(
    'that takes too long is given up with all that was started',
    async () => {
      const pid = path.join(root, 'pid')
      const slow = write(
        'slow.cjs',
        `const { spawn } = require('node:child_process')
       const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'inherit' })
       require('node:fs').writeFileSync(${JSON.stringify(pid)}, String(child.pid))
       setInterval(() => 0, 1000)`,
      )
      expect(await installRuntime(slow, 1500)).toBe('下载超时')
      expect(existsSync(pid)).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(isRunning(Number(readFileSync(pid, 'utf8')))).toBe(false)
    },
  )
  test.each([
    ['', '原因不明'],
    ['\n  something odd\n', 'something odd'],
    ['x\nError: getaddrinfo ENOTFOUND github.com\n    at y', 'getaddrinfo ENOTFOUND github.com'],
  ])('the problem with %j is %j', (output, problem) => expect(downloadProblem(output, false)).toBe(problem))
})

describe('what was built', () => {
  test('is stale until it is stamped, and after any source is added, changed or removed', () => {
    const source = write('shared/a.ts', '1')
    expect(isStale(root)).toBe(true)
    const build = () => writeStamp(root, sourcesStamp(root))
    build()
    expect(isStale(root)).toBe(false)
    utimesSync(source, 1, 1)
    expect(isStale(root)).toBe(true)
    build()
    const added = write('renderer/app/b.tsx')
    expect(isStale(root)).toBe(true)
    build()
    rmSync(added)
    expect(isStale(root)).toBe(true)
  })
  test('does not depend on tests', () => {
    writeStamp(root, sourcesStamp(root))
    write('shared/a.test.ts')
    write('engine/fixtures/x.jpg')
    write('engine/x.fixture.ts')
    expect(isStale(root)).toBe(false)
  })
})

function isRunning(pid: number): boolean {
  // A killed child that nobody has waited for yet is a zombie.
  if (existsSync(`/proc/${pid}/stat`)) return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
