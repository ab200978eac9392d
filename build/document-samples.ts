import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openTemplates } from '../engine/lists/keep-templates.ts'
import { partFiles } from '../engine/package/package-files.ts'
import { drawnThumbnail, manyFiles, manyRows } from '../engine/package/many-items.fixture.ts'
import type { Submission } from '../shared/project/submission.ts'
import { planPackage } from '../shared/packing/plan.ts'
import type { SendingChoice } from '../shared/packing/sending.ts'
import { submissionTokens } from '../shared/packing/tokens.ts'
import { liaoning, taskNamed } from '../shared/rules/submission.fixture.ts'

/**
 * Writes the documents of the three tasks with 2, 20 and 200 rows for looking at them: 说明文档 (with small pictures
 * and in parts too), 登记表 and 清单, as Word and Excel. `node build/document-samples.ts FOLDER`.
 */
const [target] = process.argv.slice(2)
if (target === undefined) throw new Error('node build/document-samples.ts FOLDER')
const now = new Date('2023-08-25T02:00:00Z')
const root = path.join(import.meta.dirname, '..')
const templates = openTemplates({ resourcesDir: path.join(root, 'resources'), dataDir: path.resolve(target) })
const reason = '· 数量不足（要求不少于20，实报2）：今年活动集中在下半年，已向联系人请示。'
/** A middle part of several: its rows are marked. */
const inParts: SendingChoice = { plan: 'split', cap: 30_000_000 }
mkdirSync(target, { recursive: true })

for (const count of [2, 20, 200]) {
  await writeSamples(manyFiles('media', count), `-${count}`)
  await writeSamples({ ...manyFiles('media', count), thumbnails: true }, `-小图-${count}`)
  await writeSamples(manyFiles('media', count), `-分包-${count}`, inParts)
  await writeSamples({ ...manyFiles('media', count), thumbnails: true }, `-分包小图-${count}`, inParts)
  await writeSamples(manyFiles('history', count), `-${count}`)
  await writeSamples(manyFiles('history', count), `-分包-${count}`, inParts)
  await writeSamples(manyRows(count), `-${count}`)
}

async function writeSamples(
  submission: Submission,
  suffix: string,
  sending: SendingChoice = { plan: 'one' },
): Promise<void> {
  const task = taskNamed(submission.task)
  const tokens = submissionTokens(liaoning, task, submission, '2023-08-25T10:00:00')
  const waivers = submission.items.length === 2 ? reason : ''
  const plan = planPackage(task, submission, tokens, { sending })
  const part = plan.parts[Math.floor(plan.parts.length / 2)]
  if (!part) throw new Error('no part')
  const { files } = await partFiles(part, plan, {
    notice: liaoning,
    task,
    submission,
    tokens: { ...tokens, waivers },
    now,
    generator: 'kepuri-packager samples',
    replaces: undefined,
    templates,
    thumbnail: drawnThumbnail,
  })
  for (const { name, content } of files) {
    const { name: stem, ext } = path.parse(name)
    if (['.docx', '.xlsx'].includes(ext))
      writeFileSync(path.join(target ?? '', `${stem}${suffix}${ext}`), content)
  }
}
