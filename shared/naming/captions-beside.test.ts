import { expect, test } from 'vitest'
import { captionsBeside } from './captions-beside.ts'

const files = ['进校园/IMG_1201.JPG', '进校园/IMG_1202.JPG', '进社区/IMG_1201.JPG']
const captions = (...texts: [string, string][]) =>
  Object.fromEntries(
    captionsBeside(
      files,
      texts.map(([relative, text]) => ({ relative, text })),
    ),
  )

test('a text file of the same name is the caption', () =>
  expect(captions(['进校园/img_1201.txt', ' 学生体验\n机器人。\n'])).toEqual({
    '进校园/IMG_1201.JPG': '学生体验 机器人。',
  }))

test.each([
  'IMG_1202.JPG：专家答疑。',
  'IMG_1202.JPG:专家答疑。',
  'IMG_1202 专家答疑。',
  'img_1202.jpg\t专家答疑。',
  '2、IMG_1202.JPG——专家答疑。',
  '2. IMG_1202 ：专家答疑。',
])('a line %j of a list names its file', (line) =>
  expect(captions(['进校园/说明.txt', `本次活动说明\r\n${line}\r\n`])).toEqual({
    '进校园/IMG_1202.JPG': '专家答疑。',
  }),
)

test('a list speaks only of files in its own folder', () =>
  expect(captions(['说明.txt', 'IMG_1201.JPG：学生。'])).toEqual({}))
test('lines that name no file say nothing', () =>
  expect(captions(['进校园/说明.txt', '时间：5月20日\n地点：沈阳'])).toEqual({}))
test('a long text of the same name is no caption', () =>
  expect(captions(['进校园/IMG_1201.txt', '长'.repeat(600)])).toEqual({}))
test('a stem that two files share is not guessed at', () =>
  expect(captionsBeside(['IMG_1.HEIC', 'IMG_1.MOV'], [{ relative: 'IMG_1.txt', text: '谁的？' }]).size).toBe(
    0,
  ))
test.each([
  ' '.repeat(200_000),
  `IMG_1201${' '.repeat(200_000)}`,
  '1、'.repeat(100_000),
  '：'.repeat(200_000),
])('a line of %#. kind that is all separators takes no time', (line) =>
  expect(captions(['进校园/说明.txt', `${line}\nIMG_1202：尾`])).toEqual({ '进校园/IMG_1202.JPG': '尾' }),
)
