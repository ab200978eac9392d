import type { PreflightNote } from '../packing/preflight.ts'
import { namesText } from './measures.ts'

type NoteOf<C extends PreflightNote['code']> = Extract<PreflightNote, { code: C }>

const sentences = {
  'target-on-network': ({ path }) =>
    `“${path}”在共享文件夹或网盘上，写得慢，断网会中断；可以先打包到本机，再复制过去`,
  'target-removable': ({ path }) => `“${path}”在U盘或移动硬盘上；打包时不要拔，打完用“安全弹出”再拔`,
  'source-on-network': ({ path }) => `“${path}”在共享文件夹或网盘上，读得慢；打包时请保持网络连接`,
  'source-removable': ({ path }) => `“${path}”在U盘、移动硬盘或存储卡上；打包时不要拔`,
  'sources-in-cloud': ({ paths }) =>
    `${namesText(paths)}还没有下载到本机，打包时要从网盘下载，会慢一些；请保持网络连接`,
  'long-path': ({ where, path, length, limit }) =>
    where === 'unpacked'
      ? `收件人解压后，最长的路径有 ${length} 个字符，超过Windows一般能打开的 ${limit} 个：“${path}”；请把题目写短一些`
      : `写出的文件路径有 ${length} 个字符，超过Windows一般能打开的 ${limit} 个：“${path}”；请换一个层次浅的文件夹`,
} satisfies { readonly [C in PreflightNote['code']]: (note: NoteOf<C>) => string }

/** What is worth knowing before packing, in one sentence with what to do. */
export function preflightSentence(note: PreflightNote): string {
  // The table pairs each code with its own data; the pairing is lost on a union.
  const sentence = sentences[note.code] as (note: PreflightNote) => string
  return sentence(note)
}
