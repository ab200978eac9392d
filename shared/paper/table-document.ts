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
  /** Rows that stand out by a grey ground, from 0. */
  readonly marked?: ReadonlySet<number> | undefined
  /** Small pictures of the rows; only Word shows them. */
  readonly pictures?: PictureColumn | undefined
  readonly properties: DocumentProperties
}

export interface TableColumn {
  readonly label: string
  /** Relative to the other columns' widths; the table always takes the page's whole width. */
  readonly width: number
}

/** The ground of marked rows: light enough for black letters to stand on in print, dark enough to be seen on screens. */
export const markedGround = 'D9D9D9'

/** A column of small pictures among the columns of texts. */
export interface PictureColumn {
  readonly label: string
  /** Stands behind so many columns of texts. */
  readonly behind: number
  /** One for each row; undefined where there is none. */
  readonly pictures: readonly (RowPicture | undefined)[]
}

/** A row's picture is at most so wide and high. */
export const millimetresOfPicture = { width: 28, height: 21 } as const

export interface RowPicture {
  /** Small, upright, in sRGB. */
  readonly jpeg: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** What is read out in its stead. */
  readonly alt: string
}

/** What the file says of itself (Windows shows it under 属性). */
export interface DocumentProperties {
  readonly title: string
  readonly author: string
  /** Windows calls it 主题. */
  readonly subject?: string
  /** Windows calls it 备注. */
  readonly description?: string
}
