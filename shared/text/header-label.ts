/** A header's text for comparing: full-width as half-width, no spaces, line breaks, stars or colons. */
export const plainLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*※★:\u200B-\u200F\uFEFF]/gu, '')
    .toLowerCase()

/** The same without hints in brackets: `图片说明(200字以内)` is `图片说明`. */
export const bareLabel = (text: string): string =>
  plainLabel(text).replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/gu, '')
