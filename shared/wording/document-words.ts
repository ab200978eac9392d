/** Heads the column of small pictures in a Word file. */
export const thumbnailHeading = '缩略图'
