import type { MediaKind } from '../facts.ts'

/** What a file is, in one word of a table. */
export const kindNames = { image: '图片', video: '视频', other: '其他' } as const satisfies Record<
  MediaKind,
  string
>
