import { paperSheets, paperStyle } from '../../../shared/paper/paper-html.ts'
import type { Paper } from '../../../shared/paper/paper.ts'

/** The sheets of a paper, not in the page yet. */
export interface Sheets {
  readonly element: HTMLElement
  readonly count: number
}

export function laySheets(paper: Paper): Sheets {
  const element = document.createElement('div')
  element.className = 'paper'
  // Nothing in it can run or lead out of the page: `paperSheets` escapes every text, and the page's policy has no
  // place for scripts in HTML.
  element.innerHTML = paperSheets(paper)
  return { element, count: element.querySelectorAll('.sheet').length }
}

/** Between two sheets on the screen, in pixels. */
const sheetGap = 20

/**
 * What the window adds to the paper's own style: nothing of the app comes in, and letters are as wide at any size as in
 * print. On the screen the desk is the window's, and the sheets lie on it with soft shadows.
 */
const inWindow = `
:host { all: initial; display: block; text-rendering: geometricPrecision; }
@media screen {
.paper { padding: 0; background: none; }
.paper .sheet { margin: 0 0 ${sheetGap}px; border: 0; box-shadow: 0 1px 3px rgb(16 36 61 / 24%), 0 6px 20px rgb(16 36 61 / 14%); }
}`

/**
 * Puts sheets into a place of the page, behind a shadow root: the paper looks as it does in its file, whatever the
 * app's styles say, and leaves the app alone.
 */
export function showSheets(place: HTMLElement, { element }: Sheets): void {
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = paperStyle + inWindow
  root.replaceChildren(style, element)
}

/**
 * The whole sheet is the page, margins and all. Of a shadow root the browser does not take this rule, so it stands in the
 * document while a paper is shown.
 */
export const pageRule = '@page { size: A4; margin: 0; }'
