import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Contender, race, type RaceOptions } from './bench-race.ts'
import { costColumns, costs, figure, markdown, medianSeconds, ratio } from './bench-table.ts'

export interface ListsBench extends RaceOptions {
  /** The built command line. */
  readonly program: string
  /** Folder of workbooks, and how many activities stand in them. */
  readonly tables: string
  readonly rows: number
  readonly home: string
}

/**
 * `kepuri activities` over many workbooks: read, understood, merged, checked; beside SheetJS, which only reads them.
 *
 * @returns a table, and how it meets the aim
 */
export async function benchLists({ program, tables, rows, home, ...options }: ListsBench): Promise<string> {
  const unit = path.join(home, 'unit.json')
  const particulars = { class: 'city', region: '沈阳市', contact: '张三', phone: '024-12345678' }
  await writeFile(unit, JSON.stringify({ name: '沈阳市科协', ...particulars }))
  const environment = () => ({ KEPURI_DATA_DIR: path.join(home, 'lists') })
  const contenders: Contender[] = [
    {
      label: 'kepuri activities',
      words: ['node', program, 'activities', tables, '--unit', unit],
      environment,
    },
    {
      label: 'SheetJS，只读',
      words: ['node', path.join(import.meta.dirname, 'bench-plain-read.ts'), tables],
    },
    {
      label: 'node，什么也不做（启动）',
      words: ['node', '-e', '0'],
    },
  ]
  const results = await race(contenders, options)
  const [ours, plain] = results
  if (!ours) throw new Error('no result')
  const cells = results.map((result) => [
    result.label,
    ...costs(result),
    figure((medianSeconds(result) / rows) * 1000, 3),
    `${figure(ratio(result, plain), 2)}×`,
  ])
  return [
    markdown(['清单', ...costColumns, 'ms/项', '比 SheetJS'], cells),
    `\n目标：不超过只读的 2 倍（这次 ${figure(ratio(ours, plain), 2)} 倍）`,
  ].join('\n')
}
