import { describe, expect, test } from 'vitest'
import type { Task } from '../notice/task.ts'
import { taskNamed } from '../rules/submission.fixture.ts'
import { sendingWay } from './sending-way.ts'

const media = taskNamed('media')
const MB = 1024 * 1024
const way = (sizes: readonly number[], task: Task = media) => sendingWay(task, sizes, '2023-08-25')

describe('a package goes out', () => {
  test('as an ordinary attachment while some mail program carries it', () => {
    expect(way([35 * MB])).toMatchObject({ way: 'attachment', caps: { exceeded: [] } })
    expect(way([45 * MB])).toMatchObject({
      way: 'attachment',
      caps: { kept: [{ id: 'web' }], exceeded: [{ id: 'client' }] },
    })
  })
  test('by the mail’s own disks above that, until thirty days from the day of sending', () => {
    const large = { way: 'large', label: '超大附件', days: 30, expires: '2023-09-24' }
    expect(way([45 * MB + 1])).toEqual(large)
    expect(way([2048 * MB])).toEqual(large)
  })
  test('on a disk where nothing else carries it, or nobody knows whether anything does', () => {
    expect(way([2048 * MB + 1])).toEqual({ way: 'disk' })
    const { large: _large, ...packaging } = media.packaging
    expect(way([46 * MB], { ...media, packaging })).toEqual({ way: 'disk' })
  })
  test('by the largest of its archives', () => {
    expect(way([MB, 60 * MB])).toMatchObject({ way: 'large' })
    expect(way([MB, 30 * MB])).toMatchObject({ way: 'attachment' })
  })
  test('where the task asks for no mail, whatever its size', () => {
    const upload = { channel: 'upload' as const, address: 'https://example.test/in', note: '登录后上传' }
    expect(way([60 * MB], { ...media, recipients: [upload] })).toEqual({
      way: 'upload',
      address: upload.address,
      note: upload.note,
    })
  })
})
