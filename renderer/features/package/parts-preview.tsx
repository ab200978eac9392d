import { Button } from 'antd'
import { useState } from 'react'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackagePlan } from '../../../shared/packing/plan.ts'
import { packedSize } from './packed-size.ts'
import { partRows } from './part-rows.ts'
import { partsLine, words } from './plan-words.ts'

/** So many rows are shown at once; of more than `most` only the first `few`. */
const [most, few] = [6, 5]

/** The parts of a package before it is written: which holds what, how large it is, how it goes out. */
export function PartsPreview({
  task,
  plan,
  titles,
}: {
  readonly task: Task
  readonly plan: PackagePlan
  /** The clerk's own titles by the items' ids. */
  readonly titles: ReadonlyMap<string, string>
}) {
  const [unfolded, setUnfolded] = useState(false)
  const rows = partRows(plan, task, titles)
  if (rows.length < 2) return null
  const long = rows.length > most
  const shown = long && !unfolded ? rows.slice(0, few) : rows
  return (
    <dd className="package-parts-row">
      <table className="package-parts">
        <caption>{partsLine(plan.parts, task)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.contents}</th>
            <th scope="col">{words.size}</th>
            <th scope="col">{words.how}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ index, fileName, contents, bytes, way, other }) => (
            <tr key={index} title={fileName} {...(other && { className: 'package-parts-other' })}>
              <td>{words.partName(index)}</td>
              <td>{contents}</td>
              <td className="tabular">{packedSize(task, bytes)}</td>
              <td>{way}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {long && (
        <Button type="link" size="small" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? words.fewerParts : words.moreParts(rows.length - few)}
        </Button>
      )}
    </dd>
  )
}
