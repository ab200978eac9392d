import { expect, test, vi } from 'vitest'
import { printDialog, type PrintableContents } from './print-dialog.ts'

type Done = Parameters<PrintableContents['print']>[1]
function open() {
  const asked: Done[] = []
  const print = vi.fn<PrintableContents['print']>((_options, done) => void asked.push(done))
  return {
    ask: printDialog(() => ({ print })),
    answer: (...how: Parameters<Done>) => asked.pop()?.(...how),
    print,
  }
}

test('the dialog starts from A4 without margins, backgrounds and all', async () => {
  const { ask, answer, print } = open()
  const asking = ask()
  answer(true, '')
  expect(await asking).toBe(true)
  expect(print.mock.calls[0]?.[0]).toEqual({
    silent: false,
    printBackground: true,
    margins: { marginType: 'none' },
    pageSize: 'A4',
  })
})
test.each(['Print job canceled', 'cancelled'])('%s: the clerk thought better of it', async (reason) => {
  const { ask, answer } = open()
  const asking = ask()
  answer(false, reason)
  expect(await asking).toBe(false)
})
test.each(['Print job failed', 'Invalid printer settings', 'No printers available on the network'])(
  '%s is told as it is',
  async (reason) => {
    const { ask, answer } = open()
    const asking = expect(ask()).rejects.toThrow(reason)
    answer(false, reason)
    await asking
  },
)
test('one dialog at a time, and the next one afterwards', async () => {
  const { ask, answer, print } = open()
  const both = [ask(), ask()]
  expect(print).toHaveBeenCalledOnce()
  answer(false, 'Print job failed')
  expect(await Promise.allSettled(both)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  const third = ask()
  answer(true, '')
  expect(await third).toBe(true)
})
test('a window that cannot print at all is told like a failure', async () => {
  const ask = printDialog(() => {
    throw new Error('Object has been destroyed')
  })
  await expect(ask()).rejects.toThrow('destroyed')
  await expect(ask()).rejects.toThrow('destroyed')
})
