import { describe, expect, it } from 'vitest'
import { guessOrigin, livePhotoPairs, type OriginFacts } from './origin.ts'

const jpeg: OriginFacts = { kind: 'image', format: 'jpeg', width: 4000, height: 3000 }
const png = (width: number, height: number): OriginFacts => ({ kind: 'image', format: 'png', width, height })

describe('guessOrigin by name', () => {
  it.each([
    ['mmexport1690000000000.jpg', 'chat-copy'],
    ['mmexport1690000000000(1).jpg', 'chat-copy'],
    ['微信图片_20230815101010.jpg', 'chat-copy'],
    ['微信图片编辑_20230815101010.jpg', 'chat-copy'],
    ['微信视频2023-08-15_101010_123.mp4', 'chat-copy'],
    ['企业微信图片_20230815.png', 'chat-copy'],
    ['wx_camera_1690000000000.jpg', 'chat-copy'],
    ['WeChatIMG123.jpeg', 'chat-copy'],
    ['WeChat_20230815101010.mp4', 'chat-copy'],
    ['QQ图片20230815101010.jpg', 'chat-copy'],
    ['活动/QQ图片20230815101010.jpg', 'chat-copy'],
    ['微信截图_20230815101010.png', 'screenshot'],
    ['企业微信截图_16900000000000.png', 'screenshot'],
    ['Screenshot_20230815_101010.jpg', 'screenshot'],
    ['Screenshot 2023-08-15 at 10.10.10.png', 'screenshot'],
    ['Screen Shot 2023-08-15.png', 'screenshot'],
    ['屏幕截图 2023-08-15 101010.png', 'screenshot'],
    ['截图.png', 'screenshot'],
    ['直播截图1.jpg', 'screenshot'],
    ['Snipaste_2023-08-15_10-10-10.png', 'screenshot'],
    ['IMG_1201.JPG', undefined],
    ['科普大篷车进校园.jpg', undefined],
    ['微信公众号运营培训.jpg', undefined],
    ['screenshots_of_space_exhibition.jpg', undefined],
  ])('takes %s for %s', (name, origin) => {
    expect(guessOrigin(name, jpeg)).toBe(origin)
  })

  it('believes the camera rather than the name', () => {
    expect(guessOrigin('mmexport1690000000000.jpg', { ...jpeg, camera: 'HUAWEI P60' })).toBeUndefined()
  })

  it('says nothing of files that are neither picture nor video', () => {
    expect(guessOrigin('微信图片说明.docx', { kind: 'other', format: 'word' })).toBeUndefined()
  })
})

describe('guessOrigin by pixels', () => {
  it.each([
    [png(1920, 1080), 'screenshot'],
    [png(1080, 2400), 'screenshot'],
    [png(1170, 2532), 'screenshot'],
    [png(2048, 1536), undefined],
    [png(1921, 1080), undefined],
    [{ ...png(1920, 1080), camera: 'Canon' }, undefined],
    [{ ...jpeg, width: 1920, height: 1080 }, undefined],
    [{ kind: 'image', format: 'png' } as const, undefined],
  ])('takes %j for %s', (facts, origin) => {
    expect(guessOrigin('启动仪式.png', facts)).toBe(origin)
  })
})

describe('livePhotoPairs', () => {
  const file = (relative: string, format: 'heic' | 'jpeg' | 'mov' | 'mp4', duration?: number) => ({
    relative,
    facts: { format, ...(duration === undefined ? {} : { duration }) },
  })

  it('joins a still and a short MOV of one name in one folder', () => {
    const files = [
      file('a/IMG_1.HEIC', 'heic'),
      file('a/IMG_1.MOV', 'mov', 2.8),
      file('b/IMG_1.MOV', 'mov', 2.8),
      file('IMG_2.jpg', 'jpeg'),
      file('img_2.mov', 'mov', 3),
      file('IMG_3.HEIC', 'heic'),
      file('IMG_3.MOV', 'mov', 125),
      file('IMG_4.jpg', 'jpeg'),
      file('IMG_4.mp4', 'mp4', 3),
    ]
    expect(livePhotoPairs(files).map(({ still, motion }) => [still.relative, motion.relative])).toEqual([
      ['a/IMG_1.HEIC', 'a/IMG_1.MOV'],
      ['IMG_2.jpg', 'img_2.mov'],
    ])
  })
})
