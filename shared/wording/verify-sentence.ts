import type { ReadTrouble, VerifyProblem } from '../packing/verify-problem.ts'
import { Format } from '../facts.ts'
import { findingSentence } from './finding-sentence.ts'
import { formatNames } from './format-names.ts'
import { grouped } from './measures.ts'
import { partSentences } from './part-sentences.ts'
import { systemReason } from './system-reason.ts'

const longestName = 120
const mostPrinted = 20

/** Text from a package that may be made up: nothing in it can move a cursor or turn the line around. */
function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '□')
  return clean.length > longestName ? `${clean.slice(0, 80)}…${clean.slice(-39)}` : clean
}

const quoted = (value: unknown): string => (value === '' ? '空白' : `“${plain(value)}”`)

/** A checksum's beginning is enough to tell two apart. */
const short = (value: unknown): string =>
  typeof value === 'string' && value.length > 20 ? `${plain(value).slice(0, 12)}…` : plain(value)

const count = (value: unknown): string => (typeof value === 'number' ? grouped(value) : plain(value))

function format(value: unknown): string {
  const known = Format.safeParse(value)
  return known.success ? formatNames[known.data] : plain(value)
}

const archiveTroubles = {
  empty: '文件是空的（0 字节）',
  'not-a-zip': '不是ZIP压缩包',
  truncated: '文件不完整，后面缺了一截，可能没有传完或没有下载完',
  damaged: '文件已损坏',
  'multi-volume': '这是分卷压缩包中的一个，请改成单个ZIP压缩包',
  overlapping: '里面的文件互相重叠，不是正常的压缩包，没有读取',
  'too-many': '里面的文件多得不正常，没有读取',
  encrypted: '加了密码，读不了',
  unsupported: '用了不支持的压缩方法',
  bomb: '解压后大得不正常，没有读取',
} as const satisfies { readonly [R in Exclude<ReadTrouble, 'system'>]: string }

const contentTroubles = {
  ...archiveTroubles,
  truncated: '内容不完整，后面缺了一截',
  damaged: '内容已损坏，读不出来',
} as const

const systemTrouble = (code: unknown): string => {
  const known = systemReason(plain(code))
  return known === code ? '系统读不出来' : known
}

function trouble({ reason, actual }: VerifyProblem, words: Readonly<Record<string, string>>): string {
  if (reason === 'system') return systemTrouble(actual)
  return words[reason ?? 'damaged'] ?? ''
}

const sentences = {
  'not-a-package': () =>
    '这里没有压缩包，也没有解压后的清单；请选放着压缩包（.zip）或解压出来的 manifest.json 的那个文件夹',
  'archive-broken': (problem) =>
    `${problem.reason === 'too-many' ? '' : '压缩包打不开：'}${trouble(problem, archiveTroubles)}`,
  'no-manifest': () => '缺少这份清单，不是本程序打的包，或清单被删掉了',
  'manifest-unreadable': () => '这份清单的内容不对，可能被改过',
  'manifest-too-large': () => '这份清单大得不正常，没有核对',
  'no-checksums': () => '缺少这份校验清单',
  'checksums-unreadable': () => '这份校验清单的内容不对，可能被改过',
  'file-missing': () => '清单里有，包里没有',
  'document-missing': () => '通知要求的说明材料，清单里没有',
  'file-unlisted': () => '包里有，清单里没有，是后来加进去的',
  'file-repeated': () => '有两个同名文件',
  'unsafe-name': () => '名称不正常，解压会出问题，或是链接，没有读取',
  'header-differs': ({ actual }) =>
    typeof actual === 'object' && actual !== null && 'strayBytes' in actual
      ? `压缩包里夹着不属于任何文件的内容（${count(actual.strayBytes)} 字节）`
      : '压缩包的结构前后不一致，被改动过',
  'checksum-differs': ({ expected, actual }) =>
    `内容被改动过：校验值应为 ${short(expected)}，实为 ${short(actual)}`,
  'size-differs': ({ expected, actual }) =>
    `大小与清单不符：清单写 ${count(expected)} 字节，实有 ${count(actual)} 字节`,
  'format-differs': ({ expected, actual }) =>
    `内容与清单不符：清单写的是 ${format(expected)}，实际是 ${format(actual)}`,
  'name-differs': ({ expected }) => `文件名被改过，应为“${plain(expected)}”`,
  'content-unreadable': (problem) => trouble(problem, contentTroubles),
  'mail-checksum-differs': ({ expected, actual }) =>
    `这个包与邮件里写的校验值不符：邮件里是 ${short(expected)}，实为 ${short(actual)}`,
  'checklist-checksum-differs': ({ expected, actual }) =>
    `这个包不是报送核对单上签字的那一个：核对单上的校验值是 ${short(expected)}，实为 ${short(actual)}`,
  'checklist-changed': () =>
    '旁边的报送核对单（报送核对单.html）被别的程序改过，或读不出来，上面印的不能作数；请找回打包时的那一份，或重新打包',
  ...partSentences,
  'file-in-two-parts': () => '别的包里也有这个文件',
  'counts-differ': ({ expected, actual }) =>
    typeof expected === 'number'
      ? `件数不符：清单写共 ${count(expected)} 件，实有 ${count(actual)} 件`
      : '件数不符：清单写的图片、视频、活动的件数与列出的不一样',
  'no-unit': () => '清单里没有报送单位',
  'list-differs': ({ row, expected, actual }) =>
    row === undefined
      ? '这张表读不出来，或表头不在原来的位置，没法与清单数据核对'
      : `第 ${row} 项活动与清单数据不符：应为${quoted(expected)}，表里是${quoted(actual)}`,
  'notice-unknown': ({ actual }) => `本机没有通知“${plain(actual)}”的规则包，规则没有核对`,
  'notice-version-differs': ({ expected, actual }) =>
    `打包时用的规则包是 ${plain(actual)} 版，本机是 ${plain(expected)} 版`,
  'rule-broken': ({ finding }) => (finding ? plainly(findingSentence(finding)) : '不符合通知的要求'),
  'check-failed': () => '核对时出了错，没有核对完；请再试一次，还不行就把这个包交给维护人员',
} satisfies { readonly [C in VerifyProblem['code']]: (problem: VerifyProblem) => string }

/** A whole sentence may be long, but it too may quote what someone made up. */
const plainly = (sentence: string): string => {
  const clean = sentence.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '□')
  return clean.length > 500 ? `${clean.slice(0, 499)}…` : clean
}

/** What is held against a package, in Chinese, with the file or the row it is about. */
export function verifyProblemSentence(problem: VerifyProblem): string {
  const said = sentences[problem.code](problem)
  if (problem.item !== undefined) return `${plain(problem.item)}：${said}`
  return problem.row === undefined ? said : `第${problem.row}行：${said}`
}

/** The problems of one package for people, a line each; of very many only the first, and how many more there are. */
export function verifyProblemLines(problems: readonly VerifyProblem[]): string[] {
  const lines = problems.slice(0, mostPrinted).map(verifyProblemSentence)
  const left = problems.length - lines.length
  return left > 0 ? [...lines, `还有 ${grouped(left)} 处问题，没有一一列出`] : lines
}
