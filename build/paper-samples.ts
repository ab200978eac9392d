import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { samplePapers } from '../shared/paper/sample-papers.fixture.ts'
import { paperHtml } from '../shared/paper/paper-html.ts'

/**
 * Writes papers of 2, 20 and 200 items, ordinary and as long as they can be, for looking at:
 * `node build/paper-samples.ts FOLDER`.
 */
const folder = process.argv[2]
if (folder === undefined) throw new Error('which folder?')
await mkdir(folder, { recursive: true })
for (const [name, paper] of samplePapers) await writeFile(path.join(folder, `${name}.html`), paperHtml(paper))
console.log(`${samplePapers.length} papers in ${folder}`)
