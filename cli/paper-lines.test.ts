import { expect, test } from 'vitest'
import type { Browser } from '../hosting/find-chromium.ts'
import { paperLines, pdfState, whyNoPdf } from './paper-lines.ts'

const pages = ['包/报送核对单.html', '包/权属与授权声明.html', '包/邮件.txt']
const all = [...pages, '包/报送核对单.pdf', '包/权属与授权声明.pdf']
const program: Browser = { program: '/usr/bin/chromium' }

test.each<[string, readonly string[], { pdf: boolean; browser: Browser }, string, string | undefined]>([
  ['all of them', all, { pdf: true, browser: program }, 'written', undefined],
  ['not all of them', all.slice(0, 4), { pdf: true, browser: program }, 'failed', '浏览器没有打印成功'],
  ['none, for none was wanted', pages, { pdf: false, browser: program }, 'off', undefined],
  [
    'none, for CHROMIUM says so',
    pages,
    { pdf: true, browser: { missing: 'off' } },
    'off',
    '按设置没有生成 PDF（环境变量 CHROMIUM 是 none）。要打印，请用浏览器打开报送核对单.html，再打印',
  ],
  [
    'none, for there is no browser',
    pages,
    { pdf: true, browser: { missing: 'none' } },
    'none',
    '没有找到 Edge',
  ],
  [
    'none, for CHROMIUM names nothing that is there',
    pages,
    { pdf: true, browser: { missing: 'misnamed', named: '/no/such' } },
    'none',
    '环境变量 CHROMIUM 写的“/no/such”不在',
  ],
])('papers of which %s became a PDF', (_, documents, printing, state, sentence) => {
  expect(pdfState(documents, printing)).toBe(state)
  expect(whyNoPdf(documents, printing)).toEqual(
    sentence === undefined ? [] : [expect.stringContaining(sentence)],
  )
})
test('what to print is the PDF, or else the page', () =>
  expect(paperLines(all.slice(0, 4))).toEqual([
    '打　印：包/报送核对单.pdf',
    '打　印：包/权属与授权声明.html（用浏览器打开，再打印）',
  ]))
