import { describe, expect, it } from 'vitest'
import { suggestFields } from './suggest.ts'

describe('a title is the name that somebody gave', () => {
  it.each([
    ['科普大篷车进校园.jpg', '科普大篷车进校园'],
    ['科普大篷车进校园(2).jpg', '科普大篷车进校园'],
    ['科普大篷车进校园（2）.jpg', '科普大篷车进校园'],
    ['科普大篷车进校园_1.jpg', '科普大篷车进校园'],
    ['科普大篷车进校园 副本.jpg', '科普大篷车进校园'],
    ['科普大篷车进校园 - 副本.jpg', '科普大篷车进校园'],
    ['科普大篷车进校园 - 副本 (2).jpg', '科普大篷车进校园'],
    ['科普大篷车进校园-复制.jpg', '科普大篷车进校园'],
    ['科普大篷车进校园3.jpg', '科普大篷车进校园3'],
    ['2023-05-20 科普大篷车进校园.jpg', '科普大篷车进校园'],
    ['20230520科普大篷车进校园.jpg', '科普大篷车进校园'],
    ['科普大篷车进校园2023.5.20.jpg', '科普大篷车进校园'],
    ['科普大篷车进校园（2023年5月20日）.jpg', '科普大篷车进校园'],
    ['2023年科普日启动仪式.jpg', '2023年科普日启动仪式'],
    ['健康中国2030.jpg', '健康中国2030'],
    ['沈阳市科协（沈阳市）-科普大篷车进校园.jpg', '科普大篷车进校园'],
    ['沈阳市科协-科普大篷车进校园.jpg', '科普大篷车进校园'],
    ['院士讲座（上午）-提问.jpg', '院士讲座（上午）-提问'],
    ['科普大篷车 2.jpg', '科普大篷车'],
    ['科普大篷车-02.jpg', '科普大篷车'],
    ['防控COVID-19.jpg', '防控COVID-19'],
    ['新建科技馆开馆.jpg', '新建科技馆开馆'],
    ['AI体验.mp4', 'AI体验'],
    ['Science Day.jpg', 'Science Day'],
    ['图片展开幕.jpg', '图片展开幕'],
    ['P1科普.jpg', 'P1科普'],
  ])('%s: %s', (relative, title) => {
    expect(suggestFields(relative, {}).title).toBe(title)
  })
})

describe('serial names give way to the nearest folder that says something', () => {
  it.each([
    'IMG_1201.JPG', 'IMG_E1201.JPG', 'IMG_1201(1).JPG', 'DSC01234.JPG', '_DSC1234.jpg', 'DSC_0001.JPG', 'DSCF1234.JPG',
    'DSCN0001.JPG', '_MG_1234.JPG', 'P1010001.JPG', 'MVI_1234.MP4', 'GOPR0001.MP4', 'GX010001.MP4', 'DJI_0001.MP4', 'C0001.MP4',
    'VID_20230520_101010.mp4', 'IMG_20230520_101010.jpg', 'IMG_20230520_101010_HDR.jpg', '20230520_101010.jpg', '2023-05-20.jpg',
    '2023年5月20日.jpg', 'PXL_20230520_101010123.jpg', 'mmexport1690000000000.jpg', 'mmexport1690000000000(1).jpg',
    'wx_camera_1690000000000.jpg', '微信图片_20230815101010.jpg', '微信图片编辑_20230815101010.jpg', '微信视频2023-08-15_101010_123.mp4',
    'QQ图片20230815101010.jpg', 'WeChatIMG123.jpeg', 'WeChat_20230815101010.mp4', 'Screenshot_20230815_101010.png',
    'Screenshot 2023-08-15 at 10.10.10.png', '屏幕截图 2023-08-15 101010.png', '微信截图_20230815101010.png', '扫描0001.jpg', 'scan_0001.jpg',
    '图片1.png', '照片 (3).jpg', '1.jpg', '001.jpg', '123456789.jpg', '15041455447.jpg', '新建文件夹.jpg',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479.jpg', 'd41d8cd98f00b204e9800998ecf8427e.jpg', 'image.jpg', 'Untitled.jpg', '未命名.jpg',
  ])('%s', (name) => {
    expect(suggestFields(name, {}).title).toBeUndefined()
    expect(suggestFields(`2023-05-20 科普大篷车进校园/${name}`, {}).title).toBe('科普大篷车进校园')
  }) // prettier-ignore

  it.each([
    ['2023-05-20 科普大篷车进校园/图片/IMG_1.JPG', '科普大篷车进校园'],
    ['科普大篷车进校园/100CANON/IMG_1.JPG', '科普大篷车进校园'],
    ['科普大篷车进校园/新建文件夹 (2)/IMG_1.JPG', '科普大篷车进校园'],
    ['科普大篷车进校园/2023-05-20/IMG_1.JPG', '科普大篷车进校园'],
    ['20230520科普大篷车进校园(2)/IMG_1.JPG', '科普大篷车进校园'],
    ['外层/院士讲座/1.jpg', '院士讲座'],
    ['宣传素材/IMG_1.JPG', undefined],
    ['2023年科普日宣传素材/照片/IMG_1.JPG', undefined],
    ['和平区科协/IMG_1.JPG', undefined],
    ['科普大篷车/和平区科协/IMG_1.JPG', '科普大篷车'],
    ['附件1/DCIM/Camera/IMG_1.JPG', undefined],
  ])('%s: %s', (relative, title) => {
    expect(suggestFields(relative, {}).title).toBe(title)
  })
})

describe('the capture time', () => {
  it.each([
    ['2023-05-20 科普/IMG_20230521_101010.jpg', '2023-05-22T08:00:00', '2023-05-22'],
    ['2023-05-20 科普/IMG_20230521_101010.jpg', undefined, '2023-05-21'],
    ['2023-05-20 科普/IMG_1201.jpg', undefined, '2023-05-20'],
    ['2022年/2023年5月/IMG_1201.jpg', undefined, '2023-05'],
    ['2019年科普日/IMG_1201.jpg', undefined, '2019'],
    ['微信图片_20230815101010.jpg', undefined, '2023-08-15'],
    ['mmexport1690000000000.jpg', undefined, '2023-07-22'],
    ['2023-05-20 科普大篷车进校园/mmexport1690000000000.jpg', undefined, '2023-05-20'],
    ['2023年5月/微信图片_20230815101010.jpg', undefined, '2023-05'],
    ['照片/微信图片_20230815101010.jpg', undefined, '2023-08-15'],
    ['2023-05-20/IMG_1201.jpg', '1970-01-01T00:00:00', '2023-05-20'],
    ['2023-05-20/IMG_1201.jpg', '0000-00-00T00:00:00', '2023-05-20'],
    ['IMG_1201.jpg', undefined, undefined],
  ])('of %s taken at %s is %s', (relative, taken, takenAt) => {
    expect(suggestFields(relative, taken === undefined ? {} : { takenAt: taken }).takenAt).toBe(takenAt)
  })
  it.each([
    ['2005年科普日/IMG_1201.jpg', '2023-08-01T10:00:00', '2005'],
    ['2005年科普日/扫描_20230801.jpg', undefined, '2005'],
    ['2012-09-15 科普日/IMG_20230801_101010.jpg', '2023-08-01T10:10:10', '2012-09-15'],
    ['2019年/IMG_1201.jpg', '2019-09-14T08:00:00', '2019-09-14'],
    ['2023年整理/IMG_1201.jpg', '2012-09-15T08:00:00', '2012-09-15'],
    ['2004年以来历年图片/2019年科普日/IMG_1.jpg', '2019-09-14T08:00:00', '2019-09-14'],
    ['2004年以来历年图片/IMG_1.jpg', '2019-09-14T08:00:00', '2019-09-14'],
    ['2003年至今/IMG_1.jpg', '2018-09-15T08:00:00', '2018-09-15'],
    ['2004-2023年照片/IMG_1.jpg', '2018-09-15T08:00:00', '2018-09-15'],
    ['2018年科普日/纪念2008年奥运科普展.jpg', '2018-09-15T08:00:00', '2018-09-15'],
    ['2004年以来历年图片/2005年/扫描0001.jpg', '2023-08-01T10:00:00', '2005'],
  ])('of an old picture %s that a scanner or telephone took at %s is %s', (relative, taken, takenAt) => {
    const facts = taken === undefined ? {} : { takenAt: taken }
    expect(suggestFields(relative, facts, { ofManyYears: true }).takenAt).toBe(takenAt)
  })
})
