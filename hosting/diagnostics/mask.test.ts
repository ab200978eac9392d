import { expect, test } from 'vitest'
import { maskName, maskNumbers, maskText } from './mask.ts'

test.each([
  ['电话13812345678。', '电话*********78。'],
  ['138 1234 5678', '*** **** **78'],
  ['１３８１２３４５６７８', '*********７８'],
  ['024-23221703', '***-******03'],
  ['02423221703转8', '*********03转8'],
  ['(010)68512519', '(***)******19'],
  ['+8613812345678', '+***********78'],
  ['tel13812345678', 'tel*********78'],
  ['wx13812345678', 'wx*********78'],
  ['x.13812345678', 'x.*********78'],
  ['138–1234–5678', '***–****–**78'],
  ['138.1234.5678', '***.****.**78'],
  ['138  1234  5678', '***  ****  **78'],
  ['138/1234/5678', '***/****/**78'],
  ['024—23981703', '***—******03'],
  ['024-2398 1703', '***-**** **03'],
  ['24：2398 1703', '**：**** **03'],
  ['电话02423981703 B座', '电话*********03 B座'],
  ['210102199003071234', '****************34'],
  ['21010219900307123X', '***************23X'],
  ['210102 19900307 1234', '****** ******** **34'],
  ['210102  20150307  1234', '******  ********  **34'],
  ['王晓萌19900307', '王晓萌******07'],
  ['mmexport1690000000000.jpg', 'mmexport***********00.jpg'],
  ['138%201234%205678', '***%******%****78'],
])('the number in %s is masked: %s', (text, masked) => expect(maskNumbers(text)).toBe(masked))

test.each([
  '2023-08-20T02:00:00.000Z',
  'b90bbdce45cb47bbab099967b9870cf68e69ceeed56aa154a4b5ffc635b37c98',
  '5b2d6f6e-0123-4567-8901-234567890123',
  '/12/12345678-0123-4567-8901-234567890123.json',
  'IMG_20230815_101010.jpg',
  '20230815101010',
  '2023-05-20/001.jpg',
  '2023年05月20日',
  'Windows 10.0.19045.3803',
  'Chrome/126.0.6478.234',
  'file:///opt/app/index.js:1234:56789',
  '超过 16777216 字节',
  '123456',
])('%s is needed and stays', (text) => expect(maskNumbers(text)).toBe(text))

test.each([
  ['请发到zhang.san@qq.com', '〔邮箱〕'],
  ['to: kepu_zhang@163.com, x', 'to: 〔邮箱〕, x'],
  ['mailto:a%40b.cn', 'mailto:〔邮箱〕'],
  ['zhang＠qq.com', '〔邮箱〕'],
  ['node_modules/sharp@0.33.5/x', 'node_modules/sharp@0.33.5/x'],
  ['node_modules/@img/x', 'node_modules/@img/x'],
])('the mail address in %s is masked', (text, masked) => expect(maskText(text)).toBe(masked))

test.each([
  ['C:\\Users\\王晓萌\\素材', 'C:\\Users\\~\\素材'],
  [JSON.stringify('C:\\Users\\王晓萌\\素材'), '"C:\\\\Users\\\\~\\\\素材"'],
  ['file:///C:/Users/张三/x.js:1:2', 'file:///C:/Users/~/x.js:1:2'],
  ['file:///C:/Users/%E5%BC%A0%E4%B8%89/x', 'file:///C:/Users/~/x'],
  ['file%3A%2F%2F%2FC%3A%2FUsers%2F%E5%BC%A0%2Fx', 'file%3A%2F%2F%2FC%3A%2FUsers%2F~%2Fx'],
  ['file%253A%252F%252FUsers%252F%25E5%252Fx', 'file%253A%252F%252FUsers%252F~%252Fx'],
  ['c:\\users\\ZHANG~1\\AppData', 'c:\\users\\~\\AppData'],
  ['/media/zhangsan/U盘/1.jpg', '/media/~/U盘/1.jpg'],
  ['/run/media/zhangsan/U盘', '/run/media/~/U盘'],
  ['/home/wangxiao/a', '/home/~/a'],
  ['/home/wang xiao/a', '/home/~/a'],
  ["open '/home/wang' -> '/home/li/x'", "open '/home/~> '/home/~/x'"],
  ['\\\\nas\\homes\\zhang\\x', '\\\\nas\\homes\\~\\x'],
])('of %s the user is masked', (text, masked) => expect(maskText(text, '/home/wang')).toBe(masked))

test('a home folder elsewhere stands as ~, in whatever case and writing, and no longer name with it', () => {
  const home = 'D:\\Profiles\\张三'
  expect(maskText('d:\\profiles\\张三\\素材', home)).toBe('~\\素材')
  expect(maskText('D:/Profiles/张三/素材', home)).toBe('~/素材')
  expect(maskText(`file:///${encodeURI('D:/Profiles/张三/x')}`, home)).toBe('file:///~/x')
  expect(maskText('/root/x /rooted/x /work/root/x', '/root')).toBe('~/x /rooted/x /work/root/x')
  expect(maskText('/opt/a+b/x', '/opt/a+b')).toBe('~/x')
  expect(maskText('/root/x', '/')).toBe('/root/x')
})
test.each(['a', '1', '1-', '@', '/home', ' ', '"', '%2f'])(
  'a damaged log of three megabytes of %j is masked, too',
  (piece) => expect(maskText(piece.repeat(3_000_000 / piece.length)).length).toBeGreaterThan(0),
)
test('a name keeps its first character', () => {
  expect([maskName('王晓萌'), maskName('王'), maskName('')]).toEqual(['王**', '王', ''])
})
