import { describe, expect, it } from 'vitest'
import { ReadTrouble, VerifyProblem } from '../packing/verify-problem.ts'
import { verifyProblemLines, verifyProblemSentence } from './verify-sentence.ts'

const codes = VerifyProblem.shape.code.options

describe('the sentence about a package', () => {
  it.each(codes)('%s is Chinese, and shows neither codes nor JSON', (code) => {
    const said = verifyProblemSentence({ code, item: '图片/甲.jpg', expected: 3, actual: { odd: [true] } })
    expect(said).toMatch(/^图片\/甲.jpg：.*\p{Script=Han}/u)
    expect(said).not.toContain(code)
  })

  it.each(ReadTrouble.options)('does not repeat what the reading program said (%s)', (reason) => {
    for (const code of ['archive-broken', 'content-unreadable'] as const) {
      const said = verifyProblemSentence({ code, reason, actual: 'unexpected end of file' })
      expect(said).toMatch(/\p{Script=Han}/u)
      expect(said).not.toMatch(/unexpected/)
    }
  })

  it('says what the system says in plain words', () => {
    expect(verifyProblemSentence({ code: 'content-unreadable', reason: 'system', actual: 'EACCES' })).toBe(
      '没有权限',
    )
    expect(verifyProblemSentence({ code: 'archive-broken', reason: 'system', actual: 'EODD' })).toBe(
      '压缩包打不开：系统读不出来',
    )
  })

  it('names the field or the row that breaks a rule, by the words of the check', () => {
    const finding = {
      rule: 'texts',
      code: 'text-missing',
      severity: 'error',
      subject: { row: 'r7', field: 'phone' },
      expected: { label: '联系电话' },
      actual: null,
      clause: '附件2',
    } as const
    const said = verifyProblemSentence({ code: 'rule-broken', row: 3, finding })
    expect(said).toMatch(/^第3行：.*联系电话/)
  })

  it('neither moves the cursor nor turns the line around, whatever a name holds, and stays short', () => {
    const said = verifyProblemSentence({
      code: 'unsafe-name',
      item: `\u001b[2J\u202Egpj.exe${'x'.repeat(5000)}`,
    })
    expect(said).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(said.length).toBeLessThan(200)
  })
})

it.each([
  [
    'part-missing',
    { expected: 4, actual: [1, 3] },
    '共4包，缺少第2、4包；请把各个包放在同一个文件夹里再核对',
  ],
  [
    'part-missing',
    { expected: 9, actual: [2] },
    '共9包，缺少第1、3至9包；请把各个包放在同一个文件夹里再核对',
  ],
  [
    'part-missing',
    { expected: 41, actual: Array.from({ length: 20 }, (_, at) => 2 * at + 2) },
    '共41包，缺少第1、3、5、7、9、11、13、15、17、19等21包；请把各个包放在同一个文件夹里再核对',
  ],
  ['part-missing', { expected: 1e9, actual: [1] }, '没有收齐各个包；请把各个包放在同一个文件夹里再核对'],
  ['parts-differ', {}, '与放在一起的其他包不是同一次报送的，请只留下同一次打的各个包'],
  [
    'parts-differ',
    { expected: '2023-08-22T09:05:00+08:00', actual: '2023-08-21T10:00:00+08:00' },
    '这个包是2023年8月21日 10:00打的，一起核对的其他包是2023年8月22日 09:05打的，不是同一次报送的；请只留下同一次打的各个包',
  ],
  [
    'parts-differ',
    { expected: '2023-08-21T10:00:09+08:00', actual: '2023-08-21T10:00:00+08:00' },
    '与放在一起的其他包不是同一次报送的，请只留下同一次打的各个包',
  ],
  [
    'part-name-differs',
    { expected: { index: 1, of: 4 }, actual: { index: 2, of: 4 } },
    '文件名与里面的内容对不上：名称上写着第2包，共4包，里面是第1包，共4包；名称可能被改过，请按里面的改回来',
  ],
  ['file-in-two-parts', { item: '图片/甲.jpg' }, '图片/甲.jpg：别的包里也有这个文件'],
  ['counts-differ', { expected: 21, actual: 20 }, '件数不符：清单写共 21 件，实有 20 件'],
  ['archive-broken', { reason: 'too-many' }, '里面的文件多得不正常，没有读取'],
] as const)('of parts it says what is wrong (%s)', (code, given, said) =>
  expect(verifyProblemSentence({ code, ...given })).toBe(said),
)

it('of very many problems the first are printed, and how many there are besides', () => {
  const problems = Array.from({ length: 1234 }, (_, index) => ({
    code: 'file-missing' as const,
    item: `${index}`,
  }))
  const lines = verifyProblemLines(problems)
  expect(lines).toHaveLength(21)
  expect(lines.at(-1)).toBe('还有 1,214 处问题，没有一一列出')
  expect(verifyProblemLines(problems.slice(0, 20))).toHaveLength(20)
})
