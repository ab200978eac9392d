/** As much of Electron's `WebContents` as is printed. */
export interface PrintableContents {
  print(options: typeof asTheSheetsSay, done: (success: boolean, failureReason: string) => void): void
}

/**
 * What the system's dialog starts from. `print` knows no `preferCSSPageSize`: without a page size it takes A4 (until
 * Electron 36 it failed with "page size is empty", electron#46921), and together with `usePrinterDefaultPageSize` it throws. Drivers on
 * Windows may keep the printer's own paper all the same (electron#29532), so the clerk sees it in the dialog.
 */
const asTheSheetsSay = {
  silent: false,
  printBackground: true,
  margins: { marginType: 'none' },
  pageSize: 'A4',
} as const

/** `Print job canceled` in Electron's own words, `cancelled` in those before 17. */
const isCancelled = (reason: string): boolean => /cancell?ed/i.test(reason)

/**
 * Opens the system's dialog for printing the page as it stands; once at a time, for a second dialog over the first
 * breaks both. The options are always given: without any, a cancelled dialog was never answered (electron#38811).
 * Windows says `Print job failed` where only the naming of a PDF was cancelled (mended in Electron 32, electron#36084).
 *
 * @returns a function that gives true when the job was handed to the system, false when the clerk thought better of
 * it; it rejects with the system's reason where no job could be made (no printer: `No printers available on the network`)
 */
export function printDialog(contents: () => PrintableContents): () => Promise<boolean> {
  let open: Promise<boolean> | undefined
  const ask = () =>
    new Promise<boolean>((resolve, reject) => {
      contents().print({ ...asTheSheetsSay }, (success, reason) => {
        if (success || isCancelled(reason)) resolve(success)
        else reject(new Error(reason))
      })
    })
  return () => (open ??= ask().finally(() => (open = undefined)))
}
