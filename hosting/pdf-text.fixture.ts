import { extractText, getDocumentProxy } from 'unpdf'

/**
 * Signs that CJK fonts draw with the glyph of a radical: Chromium names such a glyph by whichever code comes first. Of those
 * in CJK Radicals Supplement NFKC knows only two (Unicode, EquivalentUnifiedIdeograph.txt); what it makes of the door is the traditional one.
 */
const radicals = '⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺠⻄⻁⻯⻫⻭⻱戶'
const unified = '见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟民西虎竜斉歯亀户'
const known = new Map(
  Array.from(radicals, (radical, index) => [radical, Array.from(unified)[index] ?? radical]),
)

/** The text of each page of a PDF as another program reads it, in the order in which it was drawn. */
export async function pdfText(pdf: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text.map((page) => page.replace(/[\u2E80-\u2EFF\u2F00-\u2FDF]/gu, plain))
}

function plain(sign: string): string {
  const folded = sign.normalize('NFKC')
  return known.get(folded) ?? folded
}
