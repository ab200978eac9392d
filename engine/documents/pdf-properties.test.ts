import { getMeta } from 'unpdf'
import { expect, test } from 'vitest'
import { withPdfProperties } from './pdf-properties.ts'

const properties = {
  title: '2023年科普日宣传素材报送核对单',
  author: '沈阳市科协(李𬭊)',
  description: '关于…的通知（辽全科组办发〔2023〕5号）',
}
const given = { creator: '科普日报送助手 0.1.0', now: new Date('2023-08-25T02:32:00Z') }

/** The smallest file that is a PDF, with what Chromium says of itself. */
function smallPdf(): Buffer {
  const objects = [
    '<</Title (old)/Creator (HeadlessChrome)>>',
    '<</Type /Catalog/Pages 3 0 R>>',
    '<</Type /Pages/Count 1/Kids [4 0 R]>>',
    '<</Type /Page/Parent 3 0 R/MediaBox [0 0 595 842]>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = text.length
  text += `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(`${text}trailer\n<</Size 5\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${table}\n%%EOF\n`)
}

test('title, author and subject are read back, rare characters and brackets too', async () => {
  const pdf = withPdfProperties(smallPdf(), properties, given)
  const { info } = await getMeta(new Uint8Array(pdf ?? []))
  expect(info).toMatchObject({
    Title: properties.title,
    Author: properties.author,
    Subject: properties.description,
    Creator: given.creator,
    CreationDate: 'D:20230825023200Z',
  })
})
test('what was there stays as it is, byte for byte', () => {
  const before = smallPdf()
  expect(withPdfProperties(before, properties, given)?.subarray(0, before.length)).toEqual(before)
})
test.each(['', '%PDF-1.4 %%EOF', '%PDF-1.5\nstartxref\n9\n%%EOF', 'trailer\n<<>>\nstartxref\n1\n%%EOF'])(
  'a file without a plain trailer is left alone: %j',
  (text) => expect(withPdfProperties(Buffer.from(text), properties, given)).toBeUndefined(),
)
