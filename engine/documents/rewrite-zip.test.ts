import { deflateRawSync } from 'node:zlib'
import yauzl from 'yauzl'
import { describe, expect, it } from 'vitest'
import { rewriteZip } from './rewrite-zip.ts'
import { sampleDocument } from '../../shared/paper/sample-document.fixture.ts'
import { writeWord } from './word-document.ts'

async function entries(zip: Buffer) {
  const opened = await yauzl.fromBufferPromise(zip, { lazyEntries: true, validateEntrySizes: true })
  const found: { name: string; date: Date; text: string }[] = []
  for await (const entry of opened.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of (await opened.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
      chunks.push(chunk)
    found.push({
      name: entry.fileName,
      date: entry.getLastModDate(),
      text: Buffer.concat(chunks).toString('utf8'),
    })
  }
  return found
}

describe('an Office file written once more', () => {
  const at = new Date(2023, 7, 20, 9, 30, 58)

  it('has the same parts in the same order, all of one time', async () => {
    const before = await writeWord(sampleDocument(2), { now: new Date(2020, 0, 1) })
    const after = await entries(rewriteZip(before, at))
    expect(after.map(({ name, text }) => ({ name, text }))).toEqual(
      (await entries(before)).map(({ name, text }) => ({ name, text })),
    )
    for (const { date } of after) expect(date).toEqual(at)
  })

  it('has the changed part, whole and readable', async () => {
    const before = await writeWord(sampleDocument(1))
    const after = await entries(
      rewriteZip(before, at, (name, content) =>
        name === 'word/document.xml' ? content().replace('附件1', '附件一𬭊') : undefined,
      ),
    )
    expect(after.find(({ name }) => name === 'word/document.xml')?.text).toContain('附件一𬭊')
  })

  it('moves a time that a zip cannot hold to the nearest', async () => {
    const before = await writeWord(sampleDocument(1))
    const [first] = await entries(rewriteZip(before, new Date(1970, 0, 1)))
    expect(first?.date.getFullYear()).toBe(1980)
  })

  it('refuses what is no zip', () => {
    expect(() => rewriteZip(deflateRawSync(Buffer.from('x')), at)).toThrow('not a zip')
  })
})
