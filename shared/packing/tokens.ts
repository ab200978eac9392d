import { fallsShort } from '../notice/bound.ts'
import { captureYear, deadlineOf, unitClassOf } from '../notice/choose.ts'
import type { Notice } from '../notice/notice.ts'
import type { Task } from '../notice/task.ts'
import type { Tokens } from '../naming/fill-template.ts'
import type { Submission } from '../project/submission.ts'
import { boundInText, dateText, dayText } from '../wording/measures.ts'
import { countsOf, countsProse, countsText } from './counts.ts'
import { quotaStanding } from './quota.ts'

/** Values of the tokens that names, subjects, bodies and documents of a submission may use. `now` is local wall-clock time. */
export function submissionTokens(notice: Notice, task: Task, submission: Submission, now: string): Tokens {
  const { unit } = submission
  const counts = countsOf(submission, task)
  const day = now.slice(0, 10)
  const region = unit?.region ?? ''
  const deadline = deadlineOf(task)
  return {
    notice: notice.title,
    shortTitle: notice.shortTitle,
    documentNumber: notice.documentNumber,
    year: String(notice.year),
    task: task.title,
    annex: task.annex,
    unit: unit?.name,
    region: unit !== undefined && !unit.name.startsWith(region) ? region : '',
    unitClass: unit && (unitClassOf(notice, unit.class)?.label ?? unit.class),
    contact: unit?.contact,
    phone: unit && phonesText(unit.phone),
    counts: countsText(counts),
    countsProse: countsProse(counts),
    total: String(counts.total),
    images: String(counts.images),
    videos: String(counts.videos),
    rows: String(counts.rows),
    date: day.replaceAll('-', ''),
    today: dateText(day),
    captureYear: captureYear(notice, task)?.toString(),
    deadlineLine: deadline && dayText(deadline),
    quotaLine: quotaLine(notice, task, submission),
  }
}

/** Several numbers with the mark between them at which a line may end: 024-23221703、15041455447. */
const phonesText = (phone: string): string => phone.replaceAll(/(?<=\d)\s*[/;；]\s*(?=[+(（]?\d)/gu, '、')

/** 要求不少于20个，实报21个, by the unit's class; undefined where the notice sets no quota for it. */
function quotaLine(notice: Notice, task: Task, submission: Submission): string | undefined {
  const standing = quotaStanding(notice, task, submission)
  if (!standing) return undefined
  const { bound, have, met, measure } = standing
  const verdict = met ? '' : fallsShort(bound, have) ? '（不足）' : '（超出）'
  return `要求${boundInText(bound, measure)}，实报${have}${measure}${verdict}`
}
