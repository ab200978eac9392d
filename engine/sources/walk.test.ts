import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { dirname, join, relative as pathBetween, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../probe/probe.fixture.ts'
import { walkSources } from './walk.ts'

const folder = temporaryFolder()
const windows = process.platform === 'win32'

const make = async (...paths: string[]) => {
  for (const path of paths) {
    await mkdir(dirname(folder.path(path)), { recursive: true })
    await writeFile(folder.path(path), path)
  }
}
const found = async (...roots: string[]) =>
  (await walkSources(roots.map((root) => folder.path(root)))).files.map(({ relative }) => relative)

describe('walking a folder', () => {
  it('lists its files below it in the order people count', async () => {
    await make(
      'a/图10.jpg',
      'a/图2.jpg',
      'a/子/b.jpg',
      'a/1 🎉.mp4',
      'a/it’s -x.jpg',
      'a/IMG_9.jpg',
      'a/IMG_10.jpg',
    )
    const files = await found('a')
    expect(files).toHaveLength(7)
    expect(files.indexOf('图2.jpg')).toBeLessThan(files.indexOf('图10.jpg'))
    expect(files.indexOf('IMG_9.jpg')).toBeLessThan(files.indexOf('IMG_10.jpg'))
    expect(files).toContain('子/b.jpg')
    expect(await found('a')).toEqual(files)
  })

  it('tells each file’s place, size and time, and counts as it goes', async () => {
    await make('b/c/d.jpg')
    const counts: number[] = []
    const { files } = await walkSources([folder.path('b')], { onFound: (count) => counts.push(count) })
    expect(files).toEqual([
      {
        path: folder.path('b/c/d.jpg'),
        given: `${folder.path('b')}/c/d.jpg`,
        root: folder.path('b'),
        relative: 'c/d.jpg',
        bytes: 9,
        modifiedMs: expect.any(Number),
      },
    ])
    expect(counts).toEqual([1])
  })

  it('speaks of files as the caller spoke of their root', async () => {
    await make('e/f/g.jpg')
    const root = pathBetween(process.cwd(), folder.path('e')).replaceAll('\\', '/')
    const givens = async (given: string) => (await walkSources([given])).files.map((file) => file.given)
    expect(await givens(root)).toEqual([`${root}/f/g.jpg`])
    expect(await givens(`${root}/`)).toEqual([`${root}/f/g.jpg`])
    expect(await givens(`${root}/f/../f`)).toEqual([`${root}/f/../f/g.jpg`])
    expect(await givens(`${root}/f/g.jpg`)).toEqual([`${root}/f/g.jpg`])
    expect((await walkSources([`${root}/f/g.jpg`])).files).toMatchObject([
      { relative: 'g.jpg', root: resolve(root, 'f/g.jpg') },
    ])
  })

  it('passes over litter and hidden things, and counts them', async () => {
    const litter = [
      'Thumbs.db',
      'ehthumbs.db',
      'Desktop.ini',
      '.DS_Store',
      '._a.jpg',
      '~$说明.docx',
      '.git/config',
      '__MACOSX/a.jpg',
    ]
    await make(
      'h/a.jpg',
      ...litter.map((name) => `h/${name}`),
      'h/$RECYCLE.BIN/x.jpg',
      'h/System Volume Information/y',
    )
    const { files, ignored } = await walkSources([folder.path('h')])
    expect(files.map(({ relative }) => relative)).toEqual(['a.jpg'])
    expect(ignored.count).toBe(10)
    expect(ignored.names).toContain('Thumbs.db')
    expect(ignored.names).toContain('__MACOSX')
    const alone = await walkSources([folder.path('h/Thumbs.db')])
    expect(alone).toMatchObject({ files: [], ignored: { count: 1 } })
  })

  it('names the first twenty it ignored', async () => {
    await make(...Array.from({ length: 25 }, (_, n) => `many/.hidden${n}`))
    const { ignored } = await walkSources([folder.path('many')])
    expect(ignored.count).toBe(25)
    expect(ignored.names).toHaveLength(20)
  })
})

describe('walking several roots', () => {
  it('lists nothing twice where one holds another, or a file is given beside its folder', async () => {
    await make('n/a.jpg', 'n/sub/b.jpg')
    expect(await found('n', 'n/sub', 'n/a.jpg', 'n')).toEqual(['a.jpg', 'sub/b.jpg'])
    expect(await found('n/sub', 'n')).toEqual(['b.jpg', 'a.jpg'])
  })

  it('makes paths unique by the roots’ names only where they clash', async () => {
    await make('p/x/1.jpg', 'p/y/1.jpg', 'p/z/2.jpg', 'q/x/1.jpg')
    expect(await found('p/x', 'p/z')).toEqual(['1.jpg', '2.jpg'])
    expect(await found('p/x', 'p/y', 'p/z')).toEqual(['x/1.jpg', 'y/1.jpg', '2.jpg'])
    expect(await found('p/x', 'q/x')).toEqual(['p/x/1.jpg', 'q/x/1.jpg'])
    expect(await found('p/x/1.jpg', 'p/y/1.jpg')).toEqual(['x/1.jpg', 'y/1.jpg'])
  })

  it('fails by a fault for a root that is not there', async () => {
    const missing = folder.path('没有')
    await expect(walkSources([missing])).rejects.toMatchObject({ data: { code: 'not-found', path: missing } })
  })

  it('fails by a fault when cancelled', async () => {
    await expect(walkSources([folder.path('.')], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      data: { code: 'cancelled' },
    })
  })
})

describe.skipIf(windows)('what only some systems have', () => {
  it('follows links, survives loops, and reports those that lead nowhere', async () => {
    await make('l/a.jpg', 'elsewhere/e.jpg')
    await symlink(folder.path('l'), folder.path('l/loop'))
    await symlink('self', folder.path('l/self'))
    await symlink(folder.path('elsewhere'), folder.path('l/more'))
    await symlink(folder.path('nowhere'), folder.path('l/dead.jpg'))
    const { files, troubles } = await walkSources([folder.path('l')])
    expect(files.map(({ relative }) => relative)).toEqual(['a.jpg', 'more/e.jpg'])
    expect(troubles).toEqual([
      { path: folder.path('l/dead.jpg'), reason: 'vanished' },
      { path: folder.path('l/self'), reason: 'system' },
    ])
  })

  it('ignores pipes, and counts them', async () => {
    await make('pipe/a.jpg')
    execFileSync('mkfifo', [folder.path('pipe/fifo')])
    expect(await walkSources([folder.path('pipe')])).toMatchObject({
      files: [{ relative: 'a.jpg' }],
      ignored: { count: 1, names: ['fifo'] },
    })
  })

  it('reports a name that is no text, instead of losing it', async (context) => {
    await make('bytes/a.jpg')
    const name = Buffer.concat([
      Buffer.from(`${folder.path('bytes')}/`),
      Buffer.from([0xb0, 0xa1, 0x2e, 0x6a, 0x70, 0x67]),
    ])
    // Some file systems refuse such names; then there is nothing to see.
    await writeFile(name, 'x').catch(() => context.skip())
    const { files, troubles } = await walkSources([folder.path('bytes')])
    expect(files.map(({ relative }) => relative)).toEqual(['a.jpg'])
    expect(troubles).toMatchObject([{ reason: 'system' }])
    await rm(name)
  })

  // Root may read everything: run as another user to see this one.
  it.skipIf(process.getuid?.() === 0)('reports folders that may not be opened', async () => {
    await make('closed/in/a.jpg', 'closed/b.jpg')
    execFileSync('chmod', ['000', folder.path('closed/in')])
    const { files, troubles } = await walkSources([folder.path('closed')])
    execFileSync('chmod', ['700', folder.path('closed/in')])
    expect(files.map(({ relative }) => relative)).toEqual(['b.jpg'])
    expect(troubles).toEqual([{ path: join(folder.path('closed'), 'in'), reason: 'no-permission' }])
  })
})
