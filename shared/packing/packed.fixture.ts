import { liaoning, shenyang, submissionOf, taskNamed } from '../rules/submission.fixture.ts'
import type { Submission } from '../project/submission.ts'
import type { Task } from '../notice/task.ts'
import { check } from '../rules/check.ts'
import { judged } from '../rules/verdict.ts'
import type { Packed } from './checklist.ts'
import { mailsFor } from './mail.ts'
import { planPackage } from './plan.ts'
import type { SendingChoice } from './sending.ts'
import { submissionTokens } from './tokens.ts'

interface Given extends Partial<Packed> {
  /** Of the one archive, which goes out as one of that size can; 90 MB unless it is said how it is sent. */
  readonly bytes?: number
  /** How it is sent: its parts are then as large as their files, and a few documents. */
  readonly sending?: SendingChoice
}

/** What a submission is after it was packed: planned, judged, written, with a mail for each part. */
export function packedOf(submission: Submission, given: Given = {}): Packed {
  const { sending, bytes = sending ? undefined : 90_000_000, now = '2023-08-25T10:32:00', ...rest } = given
  const notice = given.notice ?? liaoning
  const task = given.task ?? taskNamed(submission.task)
  const tokens = submissionTokens(notice, task, submission, now)
  const plan = planPackage(task, submission, tokens, { sending: sending ?? asOne(task, bytes ?? 0) })
  const written = plan.parts.map(({ fileName, way, items }, index) => ({
    path: `/out/${fileName}`,
    fileName,
    bytes: bytes ?? items.reduce((sum, item) => sum + item.bytes, documentBytes),
    way,
    items: items.length,
    sha256: `${index}9af3c07e1b24d58`.repeat(4).slice(0, 64),
  }))
  return {
    notice,
    task,
    submission,
    verdict: judged(task, check(notice, submission, now), submission.waivers),
    plan,
    written,
    mails: mailsFor(task, plan, written, tokens, now.slice(0, 10)),
    tokens,
    ordinal: 1,
    now,
    generator: 'kepuri-packager 0.1.0',
    ...rest,
  }
}

const documentBytes = 80_000

const asOne = ({ packaging: { caps, large } }: Task, bytes: number): SendingChoice => {
  if (caps.some((cap) => bytes <= cap.bytes)) return { plan: 'one' }
  return { plan: large && bytes <= large.bytes ? 'big' : 'disk' }
}

const titles = [
  '科普大篷车进校园活动现场',
  '科技工作者日主场活动启动仪式',
  '青少年机器人竞赛',
  '院士专家走进社区讲科普',
  '科技馆夏令营航天模型制作',
  '流动科技馆巡展法库站',
]

/** Pictures and videos of ordinary names, all as they should be. */
export const ordinaryMedia = (count: number, given: Partial<Submission> = {}): Submission =>
  submissionOf(
    Array.from({ length: count }, (_, index) => {
      const video = index % 10 === 9
      const id = String(index + 1)
      return {
        id,
        relative: `${id}.${video ? 'mp4' : 'jpg'}`,
        fields: {
          title: `${titles[index % titles.length]}${index < titles.length ? '' : id}`,
          creator: '张三 摄',
          takenAt: '2023-05-20',
          place: '文化路小学',
          caption: '市科协开展科普大篷车进校园活动。',
        },
        facts: {
          kind: video ? ('video' as const) : ('image' as const),
          format: video ? ('mp4' as const) : ('jpeg' as const),
          condition: { state: 'whole' as const },
          bytes: video ? 88_123_456 : 3_600_000 + index * 123_457,
          modified: '2023-05-20T02:00:00.000Z',
          sha256: id.padStart(64, '0'),
          ...(video ? { duration: 150.4 + index, videoCodec: 'h264' } : { width: 4032, height: 3024 }),
        },
      }
    }),
    { unit: shenyang, ...given },
  )

/** Everything as long as it can be: names, the unit, contacts, reasons, doubts; with rare characters. */
export function longestMedia(count: number): Submission {
  const submission = ordinaryMedia(count, {
    unit: {
      name: '辽宁省沈阳市浑南区科学技术协会青少年科技活动中心李𬭊㛃工作站',
      class: 'city',
      region: '沈阳市',
      contact: '欧阳㛃雯、李𬭊',
      phone: '024-23221703、15041455447、024-23221703转8012',
    },
    waivers: [
      'quota-short', 'bytes-outside', 'pixels-outside', 'format-wrong', 'duration-outside', 'capture-outside',
      'text-length', 'creator-required', 'taken-at-required', 'place-required', 'caption-required', 'same-file',
    ].map((code) => ({ code, reason: `${code}：老照片只有这一份，已电话请示邹畅老师同意照此报送，原件存于市档案馆二楼` })), // prettier-ignore
  })
  return { ...submission, items: submission.items.map((item, index) => longestItem(item, index)) }
}

type Item = Submission['items'][number]

const longestTitles = [
  'DJI_0042_final_version_retouched_by_the_photographer_2023',
  '“科普大篷车进校园”活动现场李𬭊与㛃雯同学体验机器人、VR天文馆等互动展品深受师生欢迎',
  'Science Day opening ceremony in Shenyang with 600 children & <guests>',
]

function longestItem(item: Item, index: number): Item {
  const kind = index % 12
  const fields = {
    ...item.fields,
    title: `${longestTitles[index % longestTitles.length]}${index}`,
    ...(kind === 1 && { creator: '' }),
    ...(kind === 2 && { takenAt: '' }),
    ...(kind === 3 && { place: '' }),
    ...(kind === 4 && { caption: '' }),
    ...(kind === 5 && { caption: '科'.repeat(101) }),
    ...(kind === 6 && { takenAt: '2019-05' }),
  }
  const facts = {
    ...item.facts,
    ...(kind === 7 && { bytes: 1_000_000 }),
    ...(kind === 8 && { width: 1280, height: 720 }),
    ...(kind === 9 && item.facts.kind === 'video' && { duration: 59, videoCodec: 'hevc' }),
    ...(kind === 10 && { format: 'png' as const }),
    ...(kind === 0 && { sha256: 'ab'.repeat(32) }),
  }
  const relative = index % 3 === 0 ? `微信图片_2023081510101${index}.jpg` : item.relative
  return { ...item, fields, facts, relative }
}
