/** The largest workbook or document in bytes, and the most its contents may take: a form of thousands of rows has under 3 MB. */
export const largestFile = 20 * 1024 * 1024
export const largestContents = 64 * 1024 * 1024
