import type { ChangedList } from './changed-files.ts'
import { changeText, words } from './plan-words.ts'

/** Files that are not what was checked, and what became of each. */
export const ChangedFiles = ({ shown, total }: ChangedList) => (
  <ul className="package-changed">
    {shown.map((file) => (
      <li key={file.path} title={file.path}>
        <strong>{file.name}</strong>
        <span>{changeText(file)}</span>
      </li>
    ))}
    {total > shown.length && <li className="tone-quiet">{words.changedMore(total - shown.length)}</li>}
  </ul>
)
