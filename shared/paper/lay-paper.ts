import { continueEntries } from './continue-entries.ts'
import { type Density, formDensities, measures, textDensities } from './density.ts'
import { flow, heightOf, type Run, runHeight, type Sheet } from './flow.ts'
import { formRun, plainRun, runsOf } from './lay-blocks.ts'
import { entryPieces, measureEntries } from './lay-entries.ts'
import { headingPiece, runningPiece } from './lay-heading.ts'
import { tableRuns } from './lay-table.ts'
import { printableHeight } from './page-layout.ts'
import type { Entry, Paper } from './paper.ts'

export interface LaidPaper {
  readonly density: Density
  readonly sheets: readonly Sheet[]
}

const room = printableHeight('portrait') - measures.reserve

/**
 * A paper on sheets: in the most comfortable letters that keep it on one, else in closer ones, all that is signed on the
 * first.
 */
export function layPaper(paper: Paper): LaidPaper {
  const ladder = paper.kind === 'checklist' ? formDensities : textDensities
  for (const density of rowsOf(paper) > mostOnOne ? [] : ladder) {
    const laid = layAt(paper, density)
    if (laid.sheets.length === 1) return laid
  }
  const [roomy, ...closer] = ladder
  const whole = closer.findIndex((density) => layAbove(paper, density).whole)
  // Where nothing helps, letters that are easily read matter more.
  const [chosen = roomy, ...tighter] = closer.slice(whole < 0 ? 1 : whole)
  let laid = layAt(paper, chosen)
  for (const density of tighter) {
    if (!endsEarly(laid)) break
    const other = layAt(paper, density)
    if (other.sheets.length < laid.sheets.length) laid = other
  }
  return laid
}

/** A few rows alone on the last sheet, which somewhat closer lines may save. */
const endsEarly = ({ sheets }: LaidPaper): boolean => (sheets.at(-1)?.used ?? room) < room / 4

/** More rows than this never stand on one sheet with what is signed; there is no need to try. */
const mostOnOne = 60

const rowsOf = ({ blocks }: Paper): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0)

function layAt(paper: Paper, density: Density): LaidPaper {
  const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? tableRuns(block, density) : []))
  const running = runningPiece(paper)
  const sheets = flow([...layAbove(paper, density).runs, ...tables], {
    first: room,
    later: room - running.height,
  })
  return {
    density,
    sheets: sheets.map(({ parts, used }, index) =>
      index === 0 ? { parts, used } : { parts: [running.html, ...parts], used: used + running.height },
    ),
  }
}

/** Above the tables stands what is signed; entries that have no room there go on between the two. */
function layAbove(
  paper: Paper,
  density: Density,
): { readonly runs: readonly Run[]; readonly whole: boolean } {
  const heading = plainRun([headingPiece(paper)])
  const afterText = paper.blocks.some(({ kind }) => kind === 'paragraphs')
  const blocks = paper.blocks.filter((block) => block.kind !== 'table')
  const others = blocks.flatMap((block) =>
    block.kind === 'entries' ? [] : runsOf(block, density, afterText),
  )
  let free = room - [heading, ...others].reduce((sum, run) => sum + runHeight(run), 0)
  const behind: Entry[] = []
  const above = blocks.flatMap((block) => {
    if (block.kind !== 'entries') return runsOf(block, density, afterText)
    const { shown, rest } = continueEntries(block.entries, measureEntries(block.entries, density), free)
    const pieces = entryPieces(shown, density)
    free -= heightOf(pieces)
    behind.push(...rest)
    return [formRun(pieces)]
  })
  // Whoever signs was told that it stands on the next sheet.
  const between = behind.length > 0 ? [{ ...formRun(entryPieces(behind, density)), onNext: true }] : []
  return { runs: [heading, ...above, ...between], whole: behind.length === 0 }
}
