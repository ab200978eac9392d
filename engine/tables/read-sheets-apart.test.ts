import { describe, expect, it } from 'vitest'
import { fieldColumns } from './form-layout.ts'
import { task } from './form.fixture.ts'
import { readSheetsApart } from './read-sheets-apart.ts'
import { bookOf, goodRow, header } from './sheet.fixture.ts'

const fields = fieldColumns(task, () => true)
const refused = { ok: false, problems: [{ problem: 'not-a-workbook' }] }

describe('a workbook read in a thread of its own', () => {
  it('gives its lines', async () => {
    const read = await readSheetsApart(bookOf([header, goodRow('a.jpg')]), fields)
    expect(read).toMatchObject({ ok: true, lines: [{ row: 2, file: 'a.jpg', fileCell: 'A2' }], problems: [] })
  })

  it('is given up when it takes more memory than it may', async () => {
    const large = bookOf(Array.from({ length: 30_000 }, (_, index) => goodRow(`${index}.jpg`)))
    expect(await readSheetsApart(large, fields, { memory: { maxOldGenerationSizeMb: 24 } })).toEqual(refused)
  })

  it('is given up when it takes too long', async () => {
    const large = bookOf(Array.from({ length: 30_000 }, (_, index) => goodRow(`${index}.jpg`)))
    expect(await readSheetsApart(large, fields, { patience: 300 })).toEqual(refused)
  })
})
