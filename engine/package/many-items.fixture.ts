import sharp from 'sharp'
import type { Item, Row, Submission } from '../../shared/project/submission.ts'
import { photo, shenyang, taskNamed } from '../../shared/rules/submission.fixture.ts'

/** `length` characters of plain prose. */
const prose = (length: number): string =>
  '市科协联合教育局组织科技志愿者走进校园，机器人、VR天文馆等展品轮番登场，学生动手做实验，老师现场讲原理，家长一同参与，反响热烈。'
    .repeat(4)
    .slice(0, length - 1)
    .concat('。')

const latin = 'DJI_0042_final_version_export_20230520101010_edited_by_zhang'
const titles = ['科普大篷车走进浑南区第一小学', '农业专家下乡', latin, '全国科技工作者日“𬭊与㛃”科普讲座']
const people = ['张三（沈阳市科协）', '李𬭊', '沈阳日报社摄影记者欧阳㛃雯', '', '阿依古丽·买买提']
const places = [
  '沈阳市浑南区第一小学操场',
  '法库县慈恩寺乡',
  '中街',
  '辽宁省沈阳市和平区三好街100号东软软件园科技成果展示中心二楼多功能厅',
]
const thisYear = ['2023年5月20日', '2023年5月', '2023-11-28', '']
const oldDays = ['2005年', '2012年9月', '2019-09-14', '2004年9月18日']
const from = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

/**
 * So many files as clerks describe them: texts from none to the longest allowed, rare characters, a line break, names
 * without a break, dates that are known in part.
 */
export function manyFiles(task: string, count: number): Submission {
  const history = task === 'history'
  const longest = history ? 200 : 100
  const lengths = [longest, 40, 18, longest - 35]
  const items = Array.from({ length: count }, (_, index): Item => {
    const video = !history && index % 5 === 4
    return photo(String(index + 1), {
      relative: `${index + 1}.${video ? 'mp4' : 'jpg'}`,
      fields: {
        title: from(titles, index),
        creator: from(people, index),
        source: from(people, index),
        takenAt: from(history ? oldDays : thisYear, index),
        place: from(places, index),
        caption: index % 7 === 3 ? `第一天布展。\n${prose(30)}` : prose(lengths[index % 4] ?? 18),
        note: index % 6 === 0 ? '原件为胶片扫描' : '',
      },
      facts: video ? { kind: 'video', format: 'mp4', duration: 130 } : {},
    })
  })
  return {
    task,
    unit: history ? { ...shenyang, name: '沈阳市全民科学素质工作领导小组办公室' } : shenyang,
    items,
    rows: [],
    declared: taskNamed(task).declarations.map(({ id }) => id),
    waivers: [],
  }
}

/** So many activities. */
export function manyRows(count: number): Submission {
  const rows = Array.from({ length: count }, (_, index): Row => ({
    id: `r${index + 1}`,
    fields: {
      name: `${from(titles, index)}${index + 1}`,
      time: from(['2023年9月17日', '2023年9月17日至23日', '9月19日上午9:00'], index),
      place: from(places, index),
      host: from(['沈阳市科协', '沈阳市科协、沈阳市教育局'], index),
      undertake: from(['', '沈阳科学宫'], index),
      form: from(['线下', '线上', '线上线下结合'], index),
      brief: prose([60, 100, 20][index % 3] ?? 20),
      contact: from(['张三', '李𬭊'], index),
      phone: from(['024-23221703', '13900001111'], index),
      note: '',
    },
  }))
  return { task: 'activities', unit: shenyang, items: [], rows, declared: [], waivers: [] }
}

/** A thumbnail that only its content has: upright, level or square, of colours by the hash. */
export async function drawnThumbnail(sha256: string): Promise<Buffer> {
  const value = [...sha256].reduce((sum, digit) => (sum * 31 + Number.parseInt(digit, 16)) % 9973, 7)
  const [width = 320, height = 240] =
    [
      [320, 240],
      [240, 320],
      [320, 180],
      [320, 320],
    ][value % 4] ?? []
  const paint = `hsl(${value % 360} 45% 55%)`
  const spot = (x: number) =>
    `<circle cx="${(width * x) / 5}" cy="${height / 2}" r="28" fill="hsl(${(value * x) % 360} 60% 40%)"/>`
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${paint}"/>${[1, 2, 3, 4].map(spot).join('')}</svg>`
  return sharp(Buffer.from(picture)).jpeg({ quality: 80 }).toBuffer()
}
