import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** A program of others that reads every byte of an archive; as words of a shell, `$1` being the archive. */
export interface OtherReader {
  readonly name: string
  readonly needs: string
  readonly script: string
}

const java = path.join(import.meta.dirname, 'fixtures', 'ReadZipStream.java')

/** What reads an archive from its end, and what only ever sees a stream of it. Each ends with 0 where it finds no fault. */
export const otherReaders: readonly OtherReader[] = [
  { name: '7-Zip', needs: '7z', script: '7z t -bso0 -bsp0 "$1"' },
  { name: 'unzip', needs: 'unzip', script: 'unzip -tqq "$1"' },
  {
    name: 'python',
    needs: 'python3',
    script: `python3 -c 'import sys, zipfile
bad = zipfile.ZipFile(sys.argv[1]).testzip()
sys.exit(f"damaged: {bad}" if bad else 0)' "$1"`,
  },
  { name: 'bsdtar from a pipe', needs: 'bsdtar', script: 'cat "$1" | bsdtar -xOf - > /dev/null' },
  { name: "Java's stream", needs: 'java', script: `java "${java}" < "$1" > /dev/null` },
]

export const isPresent = (program: string): boolean => spawnSync(program, ['--help']).error === undefined

/** What a script prints. @throws Error with its words when it ends with anything but 0 */
export function outputOf(script: string, zip: string): string {
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', script, 'bash', zip], options)
  if (status !== 0) throw new Error(`${script.slice(0, 60)} ended with ${String(status)}: ${stderr}`)
  return stdout
}

/** `size crc32 name` of each file, as a reader of streams sees them. */
export const streamListing = (zip: string): string[] =>
  outputOf(`java "${java}" < "$1"`, zip).split('\n').slice(0, -1)

/** Name, size and CRC-32 of each file, by the directory and by its content, as python sees them; and its time of change. */
export function pythonListing(zip: string): { name: string; size: number; crc: number; time: number[] }[] {
  const script = `python3 -c 'import json, sys, zipfile, zlib
zip = zipfile.ZipFile(sys.argv[1])
def told(info):
    content = zip.read(info)
    assert len(content) == info.file_size and zlib.crc32(content) == info.CRC
    return {"name": info.filename, "size": info.file_size, "crc": info.CRC, "time": list(info.date_time)}
json.dump([told(info) for info in zip.infolist()], sys.stdout)' "$1"`
  return JSON.parse(outputOf(script, zip)) as ReturnType<typeof pythonListing>
}
