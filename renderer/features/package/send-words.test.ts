import { expect, it } from 'vitest'
import { momentText, partsText, viaText } from './send-words.ts'

const web = { id: 'web', label: '网页邮箱', bytes: 45 * 1024 ** 2, base64: false }
const client = { id: 'client', label: '邮件客户端', bytes: 35 * 1024 ** 2, base64: true }

it('says with what a file must be sent only where it makes a difference', () => {
  expect(viaText({ exceeded: [], kept: [web, client] })).toBeUndefined()
  expect(viaText({ exceeded: [web, client], kept: [] })).toBeUndefined()
  expect(viaText({ exceeded: [client], kept: [web] })).toBe(
    '请用网页邮箱发送；邮件客户端一封最多 35 MB，装不下。',
  )
})

it('says of what a package consists, and nothing of one archive', () => {
  expect(partsText(1, 0)).toBeUndefined()
  expect(partsText(3, 0)).toBe('分 3 个压缩包')
  expect(partsText(2, 1)).toBe('2 个压缩包、1 个文件夹')
  expect(partsText(0, 1)).toBe('1 个文件夹')
})

it('says times as people do', () => {
  expect(momentText('2023-08-25T10:32:00')).toBe('8月25日 10:32')
})
