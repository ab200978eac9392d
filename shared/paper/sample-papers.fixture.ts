import { checklistPaper } from '../packing/checklist.ts'
import { longestMedia, ordinaryMedia, packedOf } from '../packing/packed.fixture.ts'
import { statementPaper } from '../packing/statement.ts'
import { photo, society, submissionOf } from '../rules/submission.fixture.ts'
import type { Submission } from '../project/submission.ts'
import type { Paper } from './paper.ts'

const checklist = (submission: Submission, given: Parameters<typeof packedOf>[1] = {}): Paper =>
  checklistPaper(packedOf(submission, given))

function statement(submission: Submission): Paper {
  const paper = statementPaper(packedOf(submission))
  if (!paper) throw new Error(`no statement for ${submission.task}`)
  return paper
}

export const activities = (count: number): Submission =>
  submissionOf([], {
    task: 'activities',
    unit: society,
    rows: Array.from({ length: count }, (_, index) => ({
      id: `r${index}`,
      fields: {
        name: `“气象防灾减灾进校园”科普讲座第${index + 1}场`,
        time: index % 4 === 3 ? '9月中旬' : '2023年9月18日',
        place:
          index % 5 === 4
            ? '辽宁省沈阳市和平区三好街100号东软软件园科技成果展示中心二楼多功能厅'
            : '沈阳市文化路小学',
        host: '辽宁省气象学会',
        form: '讲座报告',
        brief: '讲解雷电、暴雨防护知识。',
        contact: '李四',
        phone: '13900001111',
      },
    })),
  })

const history = (count: number): Submission => ({
  ...ordinaryMedia(count, { declared: ['quality', 'rights'] }),
  task: 'history',
})

const { unit: _unit, ...nameless } = submissionOf([photo('1')])

/** With twelve things that are kept and fifteen that are doubtful, in ordinary words. */
function withNotes(paper: Paper): Paper {
  const notes = (count: number, tail: string) =>
    Array.from({ length: count }, (_, index) => `· 像素不够（第${index + 1}、${index + 2}号）${tail}`)
  const lines: Readonly<Record<string, string[]>> = {
    例外说明: notes(12, '：老照片只有这一份，已电话请示'),
    提请核对: notes(15, ''),
  }
  const blocks = paper.blocks.map((block) =>
    block.kind !== 'entries'
      ? block
      : {
          ...block,
          entries: block.entries.map((entry) => {
            const own = lines[entry.label]
            return own ? { ...entry, lines: own, wide: true } : entry
          }),
        },
  )
  return { ...paper, blocks }
}

/** So many pictures and videos of a tenth of their number, with one video that no mail carries. */
function withLargeVideo(count: number, bytes: number): Submission {
  const submission = ordinaryMedia(count)
  const last = submission.items.findLastIndex(({ facts }) => facts.kind === 'video')
  return {
    ...submission,
    items: submission.items.map((item, index) =>
      item.facts.kind !== 'video'
        ? item
        : { ...item, facts: { ...item.facts, bytes: index === last ? bytes : 20_000_000 } },
    ),
  }
}

const MB = 1024 * 1024
const split = (cap: number) => ({ sending: { plan: 'split' as const, cap: cap * MB } })

/** Papers of every kind and length, by a name. */
export const samplePapers: readonly (readonly [name: string, paper: Paper])[] = [
  ['ordinary-2', checklist(ordinaryMedia(2, { unit: society }))],
  ['ordinary-20', checklist(ordinaryMedia(20), { bytes: 190_000_000 })],
  [
    'ordinary-21-late',
    checklist(ordinaryMedia(21), { now: '2023-09-02T08:00:00', ordinal: 3, bytes: 30_000_000 }),
  ],
  ['ordinary-200', checklist(ordinaryMedia(200), { bytes: 900_000_000 })],
  ['longest-2', checklist(longestMedia(2))],
  ['longest-20', checklist(longestMedia(20))],
  ['longest-200', checklist(longestMedia(200), { bytes: 3_000_000_000 })],
  ['notes-20', withNotes(checklist(ordinaryMedia(20)))],
  ['three-parts-21', checklist(withLargeVideo(21, 20 * MB), split(60))],
  ['four-parts-large-21', checklist(withLargeVideo(21, 300 * MB), split(45))],
  ['four-parts-disk-21', checklist(withLargeVideo(21, 5000 * MB), split(45))],
  ['twelve-parts-65', checklist(withLargeVideo(65, 300 * MB), split(50))],
  ['longest-parts-100', checklist(longestMedia(100), split(45))],
  ['disk-21', checklist(withLargeVideo(21, 5000 * MB), { sending: { plan: 'disk' } })],
  ['empty', checklist(nameless)],
  ['activities-2', checklist(activities(2))],
  ['activities-60', checklist(activities(60), { bytes: 40_000 })],
  ['history-12', checklist(history(12))],
  ['statement-media', statement(ordinaryMedia(20))],
  ['statement-history', statement(history(12))],
  ['statement-longest', statement(longestMedia(200))],
]
