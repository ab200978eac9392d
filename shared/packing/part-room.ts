import type { Task } from '../notice/task.ts'
import type { Submission } from '../project/submission.ts'

const KB = 1024

/** Word and Excel files with no row in them, the manifest's own fields, the archive's end. */
const emptyDocument = 24 * KB
const emptyPart = 16 * KB
/** Of an item in the manifest without its texts, in the sums and in the archive's headers. */
const itemFrame = 2 * KB
/** Of a row in a compressed document without its texts. */
const rowFrame = 0.3 * KB
/** Of a small picture in a Word file. */
const smallPicture = 24 * KB

/**
 * Bytes that a part needs beside its files, estimated and rather too many: its documents hold all rows of the submission,
 * whatever files it holds, and its manifest describes its own. Measured by `build/document-samples.ts`.
 *
 * @param submission with the items that are packed, and no others
 */
export function partRoom(task: Task, { items, rows, thumbnails }: Submission): number {
  const records = [...items, ...rows]
  const letters = records.reduce(
    (sum, { fields }) => sum + Object.values(fields).reduce((own, text) => own + text.length, 0),
    0,
  )
  // A Chinese character takes three bytes.
  const texts = letters * 3
  const documents = task.documents.reduce((sum, document) => {
    const pictures = thumbnails === true && document.thumbnails === true ? items.length * smallPicture : 0
    return sum + pictures + document.formats.length * (emptyDocument + records.length * rowFrame + texts)
  }, 0)
  return Math.ceil(emptyPart + documents + records.length * itemFrame + texts * 2)
}
