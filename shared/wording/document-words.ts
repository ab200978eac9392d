import { rangesText } from '../packing/part-contents.ts'

/** Heads the column of small pictures in a Word file. */
export const thumbnailHeading = '缩略图'

/** 本包是第2包，共3包，装有序号8至14、20（灰底为本包所含）: which rows of the table are about files that lie beside it. */
export const partLine = (
  { index, of }: { readonly index: number; readonly of: number },
  numbers: readonly number[],
): string => `本包是第${index}包，共${of}包，装有序号${rangesText(numbers)}（灰底为本包所含）`
