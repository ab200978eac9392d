const labels: Readonly<Record<string, string>> = {
  name: '单位名称',
  class: '单位类别',
  region: '地区',
  contact: '联系人',
  phone: '联系电话',
}

const problems: Readonly<Record<string, string>> = {
  missing: '没有填',
  empty: '是空的',
  'too-long': '太长',
  'wrong-type': '应当是加引号的文字',
}

/** What is wrong with one of the unit's particulars; without a field, with the whole file. */
export function unitProblemSentence({
  field,
  problem,
}: {
  readonly field: string
  readonly problem: string
}): string {
  if (field === '') return '内容不是一份单位信息'
  const label = labels[field]
  return `${label === undefined ? field : `${label}（${field}）`}${problems[problem] ?? `不对：${problem}`}`
}
