/** Where the caret stands among the lines that the window has broken the text into. */
export interface CaretLines {
  readonly onFirst: boolean
  readonly onLast: boolean
}

const copied = ['font', 'letterSpacing', 'lineHeight', 'paddingLeft', 'paddingRight', 'tabSize'] as const

/**
 * Finds the caret's line in a text area by setting the same text in the same measure beside it: the window tells of
 * broken lines by no other way.
 */
export function caretLines(area: HTMLTextAreaElement): CaretLines {
  const mirror = document.createElement('div')
  const style = getComputedStyle(area)
  for (const property of copied) mirror.style[property] = style[property]
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    boxSizing: 'border-box',
    width: `${area.clientWidth}px`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  })
  const marks = [0, area.selectionEnd, area.value.length]
  const spans = marks.map((at, index) => {
    mirror.append(area.value.slice(marks[index - 1] ?? 0, at))
    const span = document.createElement('span')
    // Without a character it would stand before the line break that it follows.
    span.textContent = '\u200B'
    mirror.append(span)
    return span
  })
  document.body.append(mirror)
  const [first, caret, last] = spans.map((span) => span.offsetTop)
  mirror.remove()
  return { onFirst: caret === first, onLast: caret === last }
}
