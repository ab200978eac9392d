import { describe, expect, test } from 'vitest'
import type { PlannedPart } from '../packing/plan.ts'
import { taskNamed } from '../rules/submission.fixture.ts'
import { aloneText } from './alone-words.ts'

const media = taskNamed('media')
const MB = 1024 ** 2
const GB = 1024 ** 3
const { large: _large, ...packaging } = media.packaging
const withoutLarge = { ...media, packaging }

describe('why files go by themselves', () => {
  const text = (way: PlannedPart['way'], bytes: number | readonly number[], task = media) => {
    const items = [bytes].flat().map((size, index) => ({
      item: String(index),
      path: '',
      name: `启动仪式${index === 0 ? '' : index}.mp4`,
      number: index + 1,
      kind: 'video' as const,
      bytes: size,
    }))
    return aloneText({ alone: true, way, items }, 45 * MB, task)
  }
  test('names the file, its size, the limit and the way', () => {
    expect(text('large', 300 * MB)).toBe(
      '视频“启动仪式.mp4” 300 MB，超过一封邮件 45 MB 的上限，单独用超大附件发送',
    )
    expect(text('disk', 2.5 * GB)).toBe(
      '视频“启动仪式.mp4” 2.50 GB，超过超大附件 2 GB 的上限，单独拷到U盘送达',
    )
  })
  test('never says of a file that it is larger than it is', () =>
    expect(text('large', 45 * MB)).toBe(
      '视频“启动仪式.mp4” 45 MB，加上说明文档超过一封邮件 45 MB 的上限，单独用超大附件发送',
    ))
  test('tells that the large attachments are full, and nothing of them where there are none', () => {
    expect(text('disk', 1.5 * GB)).toContain('超过一封邮件 45 MB 的上限，超大附件也装不下，单独拷到U盘送达')
    expect(text('disk', 1.5 * GB, withoutLarge)).toContain('超过一封邮件 45 MB 的上限，单独拷到U盘送达')
  })
  test('names two that share a disk, and counts more', () => {
    expect(text('disk', [3 * GB, 2.5 * GB])).toBe(
      '视频“启动仪式.mp4” 3 GB、视频“启动仪式1.mp4” 2.50 GB，都超过超大附件 2 GB 的上限，一起拷到U盘送达',
    )
    expect(text('disk', [3 * GB, 1.5 * GB, 1.5 * GB])).toBe(
      '视频“启动仪式.mp4” 3 GB等 3 个文件，共 6.00 GB，都超过一封邮件 45 MB 的上限，超大附件也装不下，一起拷到U盘送达',
    )
  })
  test('is silent about an ordinary part', () =>
    expect(aloneText({ way: 'attachment', items: [] }, 45 * MB, media)).toBe(''))
})
