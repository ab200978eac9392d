import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { runToEnd } from './run-program.ts'
import { shortened } from './judge-end.ts'

/** What was found in packages by programs that know nothing of who wrote them. */
export interface Judged {
  readonly troubles: readonly string[]
  /** SHA-256 of pictures and videos, by package. */
  readonly media: ReadonlyMap<string, readonly string[]>
}

/**
 * Python's reader of archives: CRC of all entries, and the SHA-256 of what is no document. Of a part that is a folder:
 * its manifest-sha256.txt.
 */
const reader = String.raw`
import sys, os, json, zipfile, hashlib, warnings
warnings.simplefilter('error')
def media(name): return name.startswith(('图片/', '视频/'))
told = {'troubles': [], 'media': []}
for place in sys.argv[1:]:
    try:
        if os.path.isdir(place):
            listed = [line.rstrip('\n').split('  ', 1) for line in open(os.path.join(place, 'manifest-sha256.txt'), encoding='utf-8')]
            for sum, name in listed:
                found = hashlib.sha256(open(os.path.join(place, name), 'rb').read()).hexdigest()
                if found != sum: told['troubles'].append('%s/%s 与清单不符' % (place, name))
                if media(name): told['media'].append(found)
        else:
            with zipfile.ZipFile(place) as z:
                bad = z.testzip()
                if bad: told['troubles'].append('%s 里的 %s 坏了' % (place, bad))
                told['media'] += [hashlib.sha256(z.read(n)).hexdigest() for n in z.namelist() if media(n)]
    except Exception as e: told['troubles'].append('python 打不开 %s：%r' % (place, e))
print(json.dumps(told))
`

/** @param folders published packages; judged by `kepuri verify` in a process of its own, 7z and Python */
export async function judgePackages(
  folders: readonly string[],
  { program, environment }: { readonly program: string; readonly environment: NodeJS.ProcessEnv },
): Promise<Judged> {
  const troubles: string[] = []
  const media = new Map<string, readonly string[]>()
  if (folders.length === 0) return { troubles, media }
  const { code, out, err } = await runToEnd([program, 'verify', '--json', ...folders], environment)
  if (code !== 0 || !saysOk(out)) troubles.push(`包没有通过核对：${shortened(problemsIn(out) || err)}`)
  for (const folder of folders) {
    const parts = await partsOf(folder)
    if (parts.length === 0) troubles.push(`${path.basename(folder)} 里没有包`)
    const zips = parts.filter((part) => part.endsWith('.zip'))
    if (zips.length > 0) troubles.push(...(await tested(zips)))
    const told = JSON.parse((await output('python3', ['-c', reader, ...parts])).said) as {
      troubles: string[]
      media: string[]
    }
    troubles.push(...told.troubles)
    media.set(folder, told.media)
  }
  return { troubles, media }
}

async function tested(zips: readonly string[]): Promise<string[]> {
  const results = await Promise.all(zips.map((zip) => output('7z', ['t', '-bd', zip])))
  return results.flatMap(({ ok, said }, index) =>
    ok ? [] : [`7z 说 ${path.basename(zips[index] ?? '')} 不对：${shortened(said)}`],
  )
}

async function partsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory())
  const zips = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.zip'))
  return [...zips, ...folders].map(({ name }) => path.join(folder, name))
}

const output = (program: string, words: readonly string[]): Promise<{ ok: boolean; said: string }> =>
  new Promise((resolve) => {
    execFile(program, words, { maxBuffer: 1 << 26 }, (error, out, err) =>
      resolve({ ok: !error, said: out || err || (error?.message ?? '') }),
    )
  })

const saysOk = (out: string): boolean => {
  try {
    return (JSON.parse(out) as { ok?: boolean }).ok === true
  } catch {
    return false
  }
}

function problemsIn(out: string): string {
  try {
    const { packages } = JSON.parse(out) as { packages: { ok: boolean; path: string; problems: unknown[] }[] }
    return packages
      .filter(({ ok }) => !ok)
      .map(({ path: file, problems }) => `${file} ${JSON.stringify(problems.slice(0, 5))}`)
      .join('；')
  } catch {
    return out
  }
}
