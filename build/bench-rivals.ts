import { spawnSync } from 'node:child_process'

/** Another way to the same end, as words of a shell: `$1` is the folder to read, `$2` an empty folder to write to. */
export interface Rival {
  readonly label: string
  /** Programs without which it is left out. */
  readonly needs: readonly string[]
  readonly script: string
}

/** Words of a shell: all that was written to `$2` is on the disk. */
export const flushed = '{ sync -f "$2" 2> /dev/null || sync; }'
const stored = '7z a -bso0 -bsp0 -tzip -mx0 "$2/a.zip" "$1"'
const python = `python3 -c 'import os, sys, zipfile
with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_STORED) as z:
    for d, _, fs in os.walk(sys.argv[1]):
        for f in fs: z.write(os.path.join(d, f), os.path.relpath(os.path.join(d, f), sys.argv[1]))' "$1" "$2/a.zip"`

/** The yardstick of packing: a copy that is on the disk. */
export const copying: Rival = {
  label: 'cp -r + sync',
  needs: ['cp'],
  script: `cp -r "$1" "$2/copy" && ${flushed}`,
}

export const packers: readonly Rival[] = [
  { label: '7z a -tzip -mx0 + sync', needs: ['7z'], script: `${stored} && ${flushed}` },
  {
    label: '7z a -tzip -mx0 + sync + 7z t + sha256sum',
    needs: ['7z', 'sha256sum'],
    script: `${stored} && ${flushed} && 7z t -bso0 -bsp0 "$2/a.zip" && sha256sum "$2/a.zip"`,
  },
  { label: 'zip -0 -r + sync', needs: ['zip'], script: `cd "$1" && zip -0 -q -r "$2/a.zip" . && ${flushed}` },
  { label: 'python3 zipfile ZIP_STORED + sync', needs: ['python3'], script: `${python} && ${flushed}` },
]

export const readers: readonly Rival[] = [
  { label: 'exiftool', needs: ['exiftool'], script: 'exiftool -q -r -json "$1"' },
  { label: 'sha256sum', needs: ['sha256sum'], script: 'find "$1" -type f -exec sha256sum {} +' },
]

export const wordsOf = ({ script }: Rival, from: string, to: string): string[] => [
  'sh',
  '-c',
  script,
  'sh',
  from,
  to,
]

/** The rivals that can run here; the others are said and passed over, never installed. */
export function present(rivals: readonly Rival[], say: (line: string) => void): Rival[] {
  return rivals.filter(({ label, needs }) => {
    const missing = needs.filter(
      (program) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program]).status !== 0,
    )
    if (missing.length > 0) say(`这台机器上没有 ${missing.join('、')}，略过：${label}`)
    return missing.length === 0
  })
}
