/** What stands on every printed paper, whatever it is about. */
export const paperWords = {
  page: (number: number, of: number) => `第${number}页　共${of}页`,
  /** At the top of the sheets behind the first. */
  continued: (title: string) => `${title}（续）`,
  /** A label whose entry began on the first sheet. */
  rest: (label: string) => `${label}（续）`,
  moreBehind: (count: number) => `（另有${count}条，见下页“续”）`,
  /** Where what follows is no list of points. */
  partBehind: '（另有部分内容，见下页“续”）',
  date: '年　月　日',
  seal: '（公章）',
  sealDate: '盖章日期',
  signature: (role: string) => `${role}（签名）：`,
  /** Below the last row, so that nobody adds one. */
  end: '（以下空白）',
} as const
