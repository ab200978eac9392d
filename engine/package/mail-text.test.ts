import { describe, expect, test } from 'vitest'
import { ordinaryMedia, packedOf } from '../../shared/packing/packed.fixture.ts'
import type { SendingChoice } from '../../shared/packing/sending.ts'
import { mailedChecksum, mailText } from './mail-text.ts'

const MB = 1024 ** 2
const day = '2023-08-25'

/** Twenty pictures of 5 MB, and one file of 300 MB. */
function packed(sending: SendingChoice) {
  const submission = ordinaryMedia(21)
  const items = submission.items.map((item, index) => ({
    ...item,
    facts: { ...item.facts, kind: 'image' as const, bytes: (index === 20 ? 300 : 5) * MB },
  }))
  return packedOf({ ...submission, items }, { sending })
}
const textOf = ({ mails, written, task }: ReturnType<typeof packed>) =>
  mailText(mails, written, { task, day })

describe('the text of the mails', () => {
  test('says of each mail how its part goes out', () => {
    const ways = textOf(packed({}))
      .split('\r\n')
      .filter((line) => line.startsWith('发　送：'))
    expect(ways).toEqual([
      '发　送：普通附件，用网页邮箱发送，邮件客户端（Foxmail、Outlook等）装不下',
      '发　送：普通附件，用网页邮箱发送，邮件客户端（Foxmail、Outlook等）装不下',
      '发　送：普通附件',
      '发　送：用网页邮箱的超大附件，按打包当天上传计算，2023年9月24日到期',
    ])
  })
  test('says of a folder that nothing is attached and where it goes', () => {
    const text = textOf(packed({ plan: 'disk' }))
    expect(text).toContain(
      '附　件：没有\r\n发　送：不添加附件；文件夹“科普日宣传素材-沈阳市科协”拷到U盘，另行送达',
    )
  })
})

describe('the sum that a mail states', () => {
  test.each([{}, { plan: 'big' }, { plan: 'disk' }] as const)(
    'is found for each part, sent by %j',
    (sending) => {
      const made = packed(sending)
      const text = textOf(made)
      for (const { fileName, sha256 } of made.written) expect(mailedChecksum(text, fileName)).toBe(sha256)
      expect(mailedChecksum(text, '别的.zip')).toBeUndefined()
    },
  )
  test('of a folder is not that of an archive whose name begins like it', () => {
    const text = textOf(packed({}))
    expect(mailedChecksum(text, '科普日宣传素材-沈阳市科协')).toBeUndefined()
  })
})
