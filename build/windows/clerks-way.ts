import { activities } from '../../engine/samples/activities.ts'
import { dayInWords } from '../demo-material.ts'
import { fillForm } from '../fill-form.ts'
import type { Machine } from './machine.ts'
import { named } from './material.ts'

/** What one command answered, its paths as both machines would write them. */
export interface Answered {
  readonly code: number
  readonly json: unknown
  /** Words for people. */
  readonly said: string
  readonly seconds: number
}
/** By the step's title. */
export type Answers = ReadonlyMap<string, Answered>

/** Workbooks to compare and folders of packages, as we reach them, by the step that wrote them. */
export interface Written {
  readonly forms: Readonly<Record<string, string>>
  readonly packages: Readonly<Record<string, string>>
}

const reasons = ['time-outside', 'text-missing', 'phone-unreadable', 'phone-lost-digits']
const oldTexts = {
  拍摄时间: '2010年9月',
  拍摄地点: '沈阳市',
  图片来源: '市科协资料室',
  图片说明: '首个科普日启动仪式。',
}

/**
 * A clerk's whole way with the program: what is found among the material, forms out and in, packages of three kinds,
 * the list, the old photos, what is refused, and the bundle for maintainers.
 *
 * @throws Error where a step ends with another code than it must
 */
export async function walkClerksWay(
  machine: Machine,
): Promise<{ readonly answers: Answers; readonly written: Written }> {
  const answers = new Map<string, Answered>()
  const packages: Record<string, string> = {}
  const forms: Record<string, string> = {}
  const { material, own } = machine
  const run = async (title: string, expected: number, ...words: readonly string[]): Promise<unknown> => {
    const { code, out, err, seconds } = await machine.kepuri(title, [...words, '--json'])
    if (code !== expected)
      throw new Error(`${machine.name}: ${title} ended with ${code}, not ${expected}: ${err.slice(0, 800)}`)
    const json: unknown = out === '' ? null : JSON.parse(out)
    answers.set(title, { code, json: machine.plain(json), said: machine.plain(err), seconds })
    return json
  }
  const pack = async (title: string, ...words: readonly string[]) => {
    const { out } = (await run(title, 0, ...words)) as { readonly out: string }
    packages[title] = out
  }
  const unit = ['--unit', material(named.unit)]

  await run('notices', 0, 'notices')
  await run('notices-validate', 0, 'notices', 'validate', machine.resources('notices', 'liaoning-2023.json'))
  await run('check-phone', 1, 'check', material(named.phone), '--task', 'media', ...unit)
  await run('check-missing', 2, 'check', material('没有 这个文件夹'), '--task', 'media')
  await run('check-usage', 2, 'check', material(named.activities), '--task', '什么')

  const media = [material(named.activities), '--task', 'media', ...unit] as const
  await run('form', 0, 'form', ...media, '--out', own('说明 表.xlsx'))
  forms['form'] = machine.here('说明 表.xlsx')
  await run('pack-blocked', 1, 'pack', ...media, '--out', own('不该有'))
  await fillForm(machine.here('说明 表.xlsx'), captionOf)
  const filled = [...media, '--sheet', own('说明 表.xlsx')]
  await run('check', 0, 'check', ...filled)
  await pack(
    'pack-split',
    'pack',
    ...filled,
    '--out',
    own('分 包'),
    '--plan',
    'split',
    '--cap',
    '30MB',
    '--eml',
  )
  await pack('pack-big', 'pack', ...filled, '--out', own('一个大包'), '--plan', 'big', '--thumbnails')
  await pack('pack-disk', 'pack', ...filled, '--out', own('U 盘'), '--plan', 'disk')

  const list = ['activities', material(named.counties), ...unit, '--hidden'] as const
  await run('activities', 1, ...list)
  const waived = reasons.flatMap((code) => ['--waive', `${code}=已电话核实`])
  await pack('activities-out', ...list, ...waived, '--out', own('清 单'))
  const two = ['activities', material(named.table), '--unit', material(named.department)] as const
  await pack('activities-template', ...two, '--template', material(named.template), '--out', own('官方清单'))

  const old = [material(named.old), '--task', 'history', ...unit] as const
  await run('history-form', 0, 'form', ...old, '--out', own('登记 表.xlsx'))
  forms['history-form'] = machine.here('登记 表.xlsx')
  await fillForm(machine.here('登记 表.xlsx'), () => oldTexts)
  const registered = [...old, '--sheet', own('登记 表.xlsx')]
  await run('history-undeclared', 1, 'check', ...registered)
  await pack('history-pack', 'pack', ...registered, '--declare', 'all', '--out', own('老照片 报送'))

  await run('verify', 0, 'verify', ...Object.values(packages))
  const reached = Object.entries(packages).map(([title, out]) => [title, machine.reach(out)])
  return { answers, written: { forms, packages: Object.fromEntries(reached) as Record<string, string> } }
}

function captionOf(file: string): Readonly<Record<string, string>> {
  for (const { folder, day, creator, place, occasion, files } of activities)
    for (const { name, seen } of files)
      if (`${folder}/${name}` === file)
        return {
          拍摄者或来源: creator,
          拍摄时间: dayInWords(day),
          拍摄地点: place,
          简介: `${occasion}${seen}`,
        }
  throw new Error(`the form has a file that is not ours: ${file}`)
}
