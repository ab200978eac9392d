import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Readers that are no part of ours, where they are installed. */
const readers = [
  ['7z', 't'],
  ['python3', '-m', 'zipfile', '-t'],
  ['unzip', '-tq'],
] as const

/** Every archive below a folder, tested by other programs. @returns names of those that were asked @throws Error where one finds fault */
export function testByOthers(folder: string): readonly string[] {
  const archives = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.zip'),
  )
  if (archives.length === 0) throw new Error(`no archive below ${folder}`)
  const present = readers.filter(([program]) => spawnSync('which', [program]).status === 0)
  for (const [program, ...words] of present)
    for (const archive of archives) {
      const { status, stdout, stderr } = spawnSync(program, [...words, path.join(folder, archive)], {
        encoding: 'utf8',
      })
      if (status !== 0)
        throw new Error(`${program} on ${archive}: ${stdout.slice(-300)}${stderr.slice(-300)}`)
    }
  return present.map(([program]) => program)
}
