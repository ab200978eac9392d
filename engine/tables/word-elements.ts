/** An element of a Word document as mammoth tells it, as far as tables go. */
export interface WordElement {
  readonly type: string
  readonly children?: readonly WordElement[]
  /** Of a `text`. */
  readonly value?: string
  /** Of a `tableCell`: columns and rows it covers. */
  readonly colSpan?: number
  readonly rowSpan?: number
  /** Of a `break`: line, page or column. */
  readonly breakType?: string
}

/** All tables in order, each before those inside its cells. */
export function tablesIn(element: WordElement): WordElement[] {
  const below = (element.children ?? []).flatMap(tablesIn)
  return element.type === 'table' ? [element, ...below] : below
}

/** The text of a cell: paragraphs as lines. Tables inside it are tables of their own. */
export function textOf(element: WordElement): string {
  switch (element.type) {
    case 'text':
      return element.value ?? ''
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    case 'table':
      return ''
    default: {
      const inner = (element.children ?? []).map(textOf).join('')
      return element.type === 'paragraph' ? `${inner}\n` : inner
    }
  }
}
