import type { Damage, Unreadable } from '../facts.ts'
import { bytePower, scaled, within } from '../notice/bound.ts'
import { isHonestExtension } from '../project/item-kind.ts'
import { kindNames } from './kind-names.ts'
import { codecName, formatNames, formatsText } from './format-names.ts'
import {
  boundText,
  bytesText,
  clipped,
  equalText,
  grouped,
  namesText,
  pixelsText,
  ratioText,
  secondsText,
  unitText,
} from './measures.ts'
import type { Sentences } from './sentence.ts'

const damages = {
  empty: '文件是空的（0 字节），里面什么也没有',
  'cut-short': '文件不完整，后面缺了一截，可能没有传完或没有拷完',
  corrupt: '文件内容有损坏，读到中间就读不下去了',
  'no-index': '视频缺少播放要用的索引，放不出来，可能没有录完或没有传完',
  'no-picture': '这个视频文件里没有画面',
} as const satisfies { readonly [D in Damage]: string }

/** Why a file or a folder could not be looked at. */
export const unreadables = {
  vanished: '文件不见了，可能被移动、改名或删除，也可能是U盘拔掉了',
  changed: '检查的时候文件正在被改动',
  locked: '文件正被别的程序占用，读不了，请先关掉打开它的程序',
  'no-permission': '没有权限读取这个文件',
  'in-cloud':
    '文件还在网盘里，没有下载到本机，读不出来；请连上网，在文件上点右键选“始终保留在此设备上”，下载完再检查',
  'time-limit': '读这个文件用的时间太长，没有读完',
  'no-tool': '检查视频用的程序（ffprobe）不见了，时长没有量，请重新安装本软件',
  'probe-died': '检查这个文件时出了错，没有查完，文件可能有问题',
  'too-large': '文件太大，检查不了',
  system: '系统读不出这个文件',
} as const satisfies { readonly [U in Unreadable]: string }

const edgeNames = { long: '长边', short: '短边', width: '宽', height: '高' } as const

/** Sentences about a file and its content. */
export const fileSentences = {
  'file-damaged': ({ actual }) => damages[actual.damage],
  'file-unreadable': ({ actual }) =>
    actual.reason === 'system' && actual.detail
      ? `${unreadables.system}（${actual.detail}）`
      : unreadables[actual.reason],
  'format-wrong': ({ expected, actual }) => {
    const odd = actual.extension !== '' && !isHonestExtension(actual.format, actual.extension)
    const disguise = odd ? `，只是扩展名写成了 .${actual.extension}` : ''
    const required =
      expected.formats.length > 0 ? `要求 ${formatsText(expected.formats)}` : '通知没有要求报送这类文件'
    return `文件内容是 ${formatNames[actual.format]}${disguise}，${required}`
  },
  'kind-not-asked': ({ expected, actual }) =>
    `这是${kindNames[actual.kind]}（${formatNames[actual.format]}），这项任务只收 ${formatsText(expected.formats)}，不会装进报送包，请把它移除`,
  'live-photo': ({ actual }) =>
    actual.half === 'motion'
      ? `这是苹果手机的实况照片里会动的那一半，与“${actual.other}”是同一张，不算视频，不会装进报送包`
      : `这是苹果手机的实况照片，会动的那一半“${actual.other}”不用报，只报这张静止的照片`,
  'extension-misleading': ({ expected, actual }) =>
    `${actual.extension === '' ? '文件没有扩展名' : `扩展名 .${actual.extension} 与内容不符`}，应当是 .${expected.extension}，打包时会自动改正`,
  'not-media': ({ actual }) => `这是${formatNames[actual.format]}，不是图片或视频，不会装进报送包`,
  'archive-inside': ({ actual }) => `这是${formatNames[actual.format]}，里面的文件没有检查，也不会装进报送包`,
  'shortcut-instead-of-file': () => '这是快捷方式，不是文件本身，不会装进报送包',
  'bytes-outside': ({ expected, actual }) => {
    const { bound, unit } = expected
    const base = Math.max(...expected.bases)
    const required = boundText(bound, (value) => unitText(value, unit, base), '不小于')
    const equal = equalText(scaled(bound, base ** bytePower[unit]), actual.bytes)
    return `文件大小 ${bytesText(actual.bytes, base)}，要求${required}${equal}`
  },
  'bytes-ambiguous': ({ expected, actual }) => {
    const { bound, unit, bases } = expected
    const readings = bases.map((base) => {
      const exact = scaled(bound, base ** bytePower[unit])
      const figures = exact.operator === 'range' ? [exact.min, exact.max] : [exact.value]
      const counting = base === 1024 ? '按电脑上显示的大小（1024进位）' : '按1000进位'
      return `${counting}即 ${figures.map(grouped).join('至')} 字节，${within(exact, actual.bytes) ? '符合' : '不符合'}`
    })
    const required = boundText(bound, (value) => unitText(value, unit), '不小于')
    return `文件大小 ${bytesText(actual.bytes)}，要求${required}：${readings.join('；')}`
  },
  'pixels-outside': ({ expected, actual }) => {
    const required =
      boundText(expected.bound, pixelsText, '不小于') + equalText(expected.bound, actual.pixels)
    return `像素 ${actual.width}×${actual.height}，共 ${pixelsText(actual.pixels)}，要求${required}`
  },
  'edge-outside': ({ expected, actual }) => {
    const required = boundText(expected.bound, (value) => `${value} 像素`, '不小于')
    return `${edgeNames[expected.edge]} ${actual.length} 像素（${actual.width}×${actual.height}），要求${required}`
  },
  'aspect-wrong': ({ expected, actual }) =>
    `画面 ${actual.width}×${actual.height}，宽高比 ${ratioText(actual.width, actual.height)}，要求 ${expected.ratios.map(([across, down]) => `${across}∶${down}`).join(' 或 ')}`,
  'duration-outside': ({ expected, actual }) =>
    `时长 ${secondsText(actual.seconds)}，要求${boundText(expected.bound, secondsText)}`,
  'codec-unusual': ({ expected, actual }) => {
    const codec = codecName(actual.codec)
    const usual = expected.codecs.map((one) => codecName(one) ?? one).join('、')
    return `视频编码${codec === undefined ? '不常见' : `是 ${codec}`}，常用的是 ${usual}，有的电脑可能放不出来`
  },
  'chat-copy': ({ actual }) => `“${actual.name}”像是微信、QQ等聊天软件转发的，不是原件`,
  screenshot: ({ actual }) => `“${actual.name}”像是屏幕截图，不是原图`,
  'same-file': ({ actual }) => `与${namesText(actual.others)}是同一个文件，内容完全一样`,
  'similar-picture': ({ actual }) =>
    `与${namesText(actual.others, 3, actual.others.length + actual.more)}看上去几乎一样`,
  'name-unusable': ({ actual }) =>
    `题目“${clipped(actual.title)}”里没有能用的文字，做不成文件名，请换一个题目`,
  'unit-name-unusable': ({ actual }) =>
    `单位名称“${clipped(actual.unit)}”里没有能用在文件名里的文字，请核对单位名称`,
  'name-characters-replaced': ({ subject, actual }) =>
    subject.item === undefined
      ? `单位名称里的 ${actual.replaced.join(' ')} 不能用在文件名里，已经换掉，文件名里写作“${actual.name}”`
      : `${actual.replaced.join(' ')} 不能用在文件名里，已经换掉，文件名是“${actual.name}”`,
  'name-shortened': ({ expected, actual }) =>
    `文件名太长，已截短到 ${grouped(expected.longestStem)} 个字符以内：“${actual.name}”`,
  'name-numbered': ({ actual }) => `与别的文件重名，已加上编号：“${actual.name}”`,
} satisfies Sentences
