import { expect, it } from 'vitest'
import type { PlannedPart } from '../packing/plan.ts'
import { taskNamed } from '../rules/submission.fixture.ts'
import { sendingLines } from './checklist-sending.ts'

const media = taskNamed('media')
const MB = 1024 ** 2

/** Parts of one file each, which go alone as large attachments. */
const lines = (sizes: readonly number[], way: PlannedPart['way'] = 'large') => {
  const parts = sizes.map((bytes, at): PlannedPart => ({
    index: at + 1,
    of: sizes.length,
    fileName: `${at}.zip`,
    way,
    alone: way === 'large',
    items: [{ item: `${at}`, path: '', name: `${at}.mp4`, number: at + 1, kind: 'video', bytes }],
  }))
  const written = parts.map(({ fileName, items }) => ({
    path: fileName,
    fileName,
    bytes: items[0]?.bytes ?? 0,
    sha256: '',
    way,
  }))
  return sendingLines(media, { parts, cap: 45 * MB }, written, '2023-08-25')
}

it('says of many parts once why they go alone', () =>
  expect(lines([300 * MB, 200 * MB, 100 * MB]).at(-1)).toBe(
    '第1至3包是大文件，都超过一封邮件 45 MB 的上限，单独送',
  ))

it('never says of a file that it is larger than it is', () =>
  expect(lines([300 * MB, 200 * MB, 45 * MB]).at(-1)).toBe(
    '第1至3包是大文件，加上说明文档都超过一封邮件 45 MB 的上限，单独送',
  ))

it('says of an attachment that no mail carries that it hardly goes out', () =>
  expect(lines([60 * MB], 'attachment')[0]).toMatch(
    /^一封邮件，普通附件，超过各种邮箱的上限（网页邮箱 45 MB、/u,
  ))
