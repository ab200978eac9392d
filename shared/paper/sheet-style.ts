import { type Density, formDensities, measures, textDensities } from './density.ts'
import { fonts, sizes, substitutes } from './fonts.ts'
import { pageMargins, paper, printableHeight } from './page-layout.ts'

const family = (font: string, generic: 'serif' | 'sans-serif'): string =>
  [font, ...(substitutes[font] ?? []), generic === 'serif' ? 'Noto Serif CJK SC' : 'Noto Sans CJK SC']
    .map((name) => `'${name}'`)
    .concat(generic)
    .join(', ')

const { top, right, left } = pageMargins
/** Below the footer at least, where a sheet took more than was estimated: printers print no nearer to the edge. */
const lowest = 12
/** Short entries of an unknown font may be wider than estimated, and have the cell's margins for it. */
const closeInset = 0.3
const at = (density: Density) => `.paper .${density.name}`

/** What differs from density to density; the measures are those that the sheets were filled by. */
const densityStyle = (density: Density): string => `
${at(density)} .form, ${at(density)} .text { font-size: ${density.form.size}pt; line-height: ${density.form.line}mm; }
${at(density)} .form th, ${at(density)} .form td { padding: ${density.form.space}mm ${measures.inset}mm; }
${at(density)} .list { font-size: ${density.table.size}pt; line-height: ${density.table.line}mm; }
${at(density)} .list th, ${at(density)} .list td { padding: ${density.table.space}mm ${measures.inset}mm; }
${at(density)} .list td.middle { padding-left: ${closeInset}mm; padding-right: ${closeInset}mm; }
${at(density)} .text + .form { margin-top: ${density.form.line}mm; }
${at(density)} .form .field { height: ${density.signature}mm; padding: 0; }
${at(density)} .field div { min-height: ${density.signature}mm; }`

/**
 * Sheets of A4 with everything on them, on the screen and in print; all of it lies below `.paper`. Where a sheet takes more
 * than was estimated it grows, first into its lower margin; in print it goes on over a second page.
 */
export const sheetStyle = `
@page { size: A4; margin: 0; }
.paper { color: #000; font-family: ${family(fonts.text, 'serif')}; min-width: ${paper.short}mm;
  -webkit-text-size-adjust: none; text-size-adjust: none; }
.paper * { box-sizing: border-box; }
.paper .sheet { width: ${paper.short}mm; min-height: ${paper.long}mm; background: #fff;
  padding: ${top}mm ${right}mm ${lowest}mm ${left}mm; font-weight: normal; letter-spacing: normal; text-align: left; }
.paper .area { min-height: ${printableHeight('portrait')}mm; }
.paper p, .paper h1, .paper h2 { margin: 0; font-weight: normal; }
.paper td, .paper th, .paper p, .paper h1 { line-break: strict; overflow-wrap: anywhere; word-break: normal;
  font-variant-ligatures: none; text-autospace: no-autospace; hyphens: manual; }
.paper .kept { display: inline-block; max-width: 100%; text-indent: 0; }
.paper h1 { font: ${sizes.title}pt/${measures.titleLine}mm ${family(fonts.title, 'serif')}; text-align: center; }
.paper .annex { font: ${sizes.annex}pt/${measures.annexLine}mm ${family(fonts.heading, 'sans-serif')}; }
.paper .subtitle { font-size: ${sizes.table}pt; line-height: ${measures.subtitleLine}mm; text-align: center; }
.paper header { padding-bottom: ${measures.belowTitle}mm; }
.paper .running { margin-bottom: ${measures.belowRunning}mm; font-size: ${measures.runningSize}pt; line-height: ${measures.runningLine}mm; }
.paper table { width: 100%; table-layout: fixed; border-collapse: collapse; border-spacing: 0; }
.paper th, .paper td { border: 0.5pt solid #000; vertical-align: middle; text-align: left; font-weight: normal; }
.paper th { font-family: ${family(fonts.heading, 'sans-serif')}; text-align: center; }
.paper .form + .form > tbody > tr:first-child > * { border-top: 0; }
.paper .form + .form.apart { margin-top: ${measures.aboveTable}mm; }
.paper .form + .form.apart > tbody > tr:first-child > * { border-top: 0.5pt solid #000; }
.paper .labels { width: ${measures.label}mm; }
.paper .first { width: ${measures.first}mm; }
.paper .label { display: block; }
.paper .spread { display: block; width: 4em; margin: 0 auto; text-align: justify; text-align-last: justify;
  white-space: nowrap; }
.paper .point { padding-left: 1em; text-indent: -1em; }
.paper .point i { display: inline-block; width: 1em; text-indent: 0; font-style: normal; text-align: center; white-space: pre; }
.paper .ticks.inline p { display: inline-block; margin-right: 1.5em; }
.paper .ticks p { padding-left: 1.5em; text-indent: -1.5em; }
.paper .box { display: inline-block; width: 1.15em; height: 1.15em; margin-right: 0.35em; border: 0.7pt solid #000;
  line-height: 1.05em; text-align: center; text-indent: 0; vertical-align: -0.18em; font-weight: bold; }
.paper .box.empty { color: transparent; }
.paper .field div { display: flex; flex-direction: column; justify-content: space-between; padding: 0.7mm 2mm;
  font-size: ${measures.fieldSize}pt; line-height: ${measures.fieldLine}mm; }
.paper .field.seal { width: 48mm; }
.paper .date { text-align: right; white-space: pre; }
.paper h2 { font: ${sizes.table}pt/${measures.captionLine}mm ${family(fonts.heading, 'sans-serif')}; }
.paper .form + h2 { margin-top: ${measures.aboveTable}mm; }
.paper .list td.middle { text-align: center; }
.paper .end { font-size: 9pt; line-height: ${measures.captionLine}mm; text-align: center; }
.paper .text { text-indent: 2em; text-align: justify; }
.paper header + .text { margin-top: ${measures.aboveText}mm; }
.paper footer { display: flex; justify-content: space-between; align-items: baseline; gap: 8mm; margin-top: 5mm; line-height: 6mm; }
.paper .colophon { font-size: 7.5pt; overflow-wrap: anywhere; }
.paper .page { font: ${sizes.page}pt/6mm ${family(fonts.page, 'serif')}; white-space: nowrap; }
${[...formDensities, ...textDensities].map(densityStyle).join('')}
@media screen {
.paper { padding: 8mm 0; background: #d9d9d9; }
.paper .sheet { margin: 0 auto 8mm; border: 1px solid #bbb; box-shadow: 0 1px 6px rgb(0 0 0 / 25%); box-sizing: content-box;
  width: ${paper.short - left - right}mm; min-height: ${paper.long - top - lowest}mm; }
.paper .sheet:last-child { margin-bottom: 0; }
}
@media print {
.paper .sheet { break-after: page; box-decoration-break: clone; min-height: ${paper.long - 0.5}mm; }
.paper .sheet:last-child { break-after: auto; }
.paper tr, .paper footer, .paper header { break-inside: avoid; }
.paper footer, .paper .end { break-before: avoid; }
}
`
