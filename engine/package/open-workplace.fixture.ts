import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openPackingJournal } from '../store/unfinished/packing-journal.ts'
import { openWorkplace } from './workplace.ts'

/** A program that opens a workplace, tells where, and waits to be killed. */
const [dataDir = '', out = ''] = process.argv.slice(2)
const journal = openPackingJournal({ dataDir, log: () => undefined })
const { folder } = await openWorkplace({ path: out, given: out }, { id: 'killed', journal })
await writeFile(path.join(folder, 'x.zip'), 'half')
process.send?.(folder)
setInterval(() => undefined, 1000)
