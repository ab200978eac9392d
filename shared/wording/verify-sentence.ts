import type { VerifyProblem } from '../contract/packages.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
/** A checksum's beginning is enough to tell two apart. */
const short = (value: unknown): string =>
  typeof value === 'string' && value.length > 20 ? `${value.slice(0, 12)}…` : text(value)

const sentences = {
  'not-a-package': () => '这里没有压缩包，也没有解压后的清单',
  'archive-broken': ({ actual }) => `压缩包打不开，可能没有下载完整或已损坏（${text(actual)}）`,
  'no-manifest': () => '缺少清单 manifest.json，不是本程序打的包，或清单被删掉了',
  'manifest-unreadable': () => '清单 manifest.json 的内容不对，可能被改过',
  'no-checksums': () => '缺少校验清单 manifest-sha256.txt',
  'checksums-unreadable': () => '校验清单 manifest-sha256.txt 的内容不对，可能被改过',
  'file-missing': () => '清单里有，包里没有',
  'file-unlisted': () => '包里有，清单里没有，是后来加进去的',
  'file-repeated': () => '包里有两个同名文件',
  'unsafe-name': () => '名称会写到别的文件夹去，或是链接，没有读取',
  'header-differs': () => '压缩包的结构前后不一致，文件被改动过',
  'checksum-differs': ({ expected, actual }) =>
    `内容被改动过：校验值应为 ${short(expected)}，实为 ${short(actual)}`,
  'content-unreadable': ({ actual }) =>
    actual === 'encrypted'
      ? '加了密码，读不了'
      : actual === 'bomb'
        ? '解压后大得不正常，没有读取'
        : `内容读不出来，可能已损坏（${text(actual)}）`,
  'mail-checksum-differs': ({ expected, actual }) =>
    `压缩包与邮件里写的校验值不符：邮件里是 ${short(expected)}，实为 ${short(actual)}`,
  'counts-differ': ({ expected, actual }) => `件数不符：清单写 ${text(expected)} 件，实有 ${text(actual)} 件`,
  'notice-unknown': ({ actual }) => `本机没有通知“${text(actual)}”的规则包，规则没有核对`,
  'notice-version-differs': ({ expected, actual }) =>
    `打包时用的规则包是 ${text(actual)} 版，本机是 ${text(expected)} 版`,
  'rule-broken': ({ actual }) => `不符合通知要求（${text(actual)}）`,
} satisfies { readonly [C in VerifyProblem['code']]: (problem: VerifyProblem) => string }

/** What is held against a package, in Chinese, with the file it is about. */
export function verifyProblemSentence(problem: VerifyProblem): string {
  const said = sentences[problem.code](problem)
  return problem.item === undefined ? said : `${problem.item}：${said}`
}
