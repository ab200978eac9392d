import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(file, 'utf8')
const isProgram = (name: string) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name)

/** Every module that a program imports, by whatever way, itself first. */
function reached(program: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(program)) return seen
  seen.add(program)
  for (const [, name = ''] of read(program).matchAll(
    /(?:from |import\(|new URL\(\s*)['"`](\.{1,2}\/[^'"`$]+\.ts)['"`]/g,
  ))
    reached(path.resolve(path.dirname(program), name), seen)
  return seen
}

test('the desktop’s own part, which no test can run on Electron here, stays small', () => {
  const lines = readdirSync(import.meta.dirname)
    .filter(isProgram)
    .reduce((sum, name) => sum + read(path.join(import.meta.dirname, name)).split('\n').length, 0)
  expect(lines).toBeLessThan(600)
})
test.each(['electron/main.ts', 'electron/preload.ts', 'hosting/engine-child.ts'])(
  'nothing that %s reaches forks Node: with the fuse off that would open the desktop again',
  (program) => {
    const modules = [...reached(path.join(root, program))]
    expect(modules.length).toBeGreaterThan(1)
    const forking = modules.filter((file) =>
      /\bfork\b[^\n]*from 'node:child_process'|process\.execPath\s*,\s*\[|ELECTRON_RUN_AS_NODE/.test(
        read(file),
      ),
    )
    expect(forking.map((file) => path.relative(root, file))).toEqual([])
  },
)
test('only the desktop’s own part imports Electron', () => {
  const others = ['hosting', 'hosting/desktop', 'hosting/diagnostics'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(root, folder, name)),
  )
  expect(others.filter((file) => /from 'electron'/.test(read(file)))).toEqual([])
})
