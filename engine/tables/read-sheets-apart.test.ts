import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { fieldColumns } from './form-layout.ts'
import { task } from './form.fixture.ts'
import { readSheetsApart } from './read-sheets-apart.ts'
import { bookOf, goodRow, header } from './sheet.fixture.ts'

const fields = fieldColumns(task, () => true)
const large = bookOf(Array.from({ length: 20_000 }, (_, index) => goodRow(`${index}.jpg`)))
const refused = { ok: false, problems: [{ problem: 'not-a-workbook' }] }

describe('a workbook read in a thread of its own', () => {
  it('gives its lines', async () => {
    const read = await readSheetsApart(bookOf([header, goodRow('a.jpg')]), fields)
    expect(read).toMatchObject({ ok: true, lines: [{ row: 2, file: 'a.jpg', fileCell: 'A2' }], problems: [] })
  })

  it('is given up when it takes more memory than it may', async () => {
    expect(await readSheetsApart(large, fields, { memory: { maxOldGenerationSizeMb: 24 } })).toEqual(refused)
  })

  // A form that LibreOffice saved, with some bytes changed at random: SheetJS takes all the memory there is.
  it('is given up when it is damaged so that it would take all memory', async () => {
    const damaged = await readFile(new URL('../fixtures/tables/damaged.xls', import.meta.url))
    expect(await readSheetsApart(damaged, fields, { memory: { maxOldGenerationSizeMb: 64 } })).toEqual(
      refused,
    )
  })

  it('is given up when it takes too long', async () => {
    expect(await readSheetsApart(large, fields, { patience: 50 })).toEqual(refused)
  })
})
