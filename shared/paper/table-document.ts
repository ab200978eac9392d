/** What an office calls a form: a title, a few lines, one table. Written as Word or as a workbook alike. */
export interface TableDocument {
  readonly title: string
  /** Set at the top left: 附件2. */
  readonly annexLabel?: string | undefined
  /** Lines between the title and the table: 填报单位, 填报人. */
  readonly preamble: readonly string[]
  readonly orientation: 'portrait' | 'landscape'
  /** A working list and no official paper: as a workbook it has narrow margins and small letters. */
  readonly compact?: boolean
  readonly columns: readonly TableColumn[]
  /** The cells' texts, one for each column; a missing one is blank. */
  readonly rows: readonly (readonly string[])[]
  readonly properties: DocumentProperties
}

export interface TableColumn {
  readonly label: string
  /** Relative to the other columns' widths; the table always takes the page's whole width. */
  readonly width: number
}

/** What the file says of itself (Windows shows it under 属性). */
export interface DocumentProperties {
  readonly title: string
  readonly author: string
  readonly description?: string
}
