import type { PackageState } from '../../../shared/contract/projects.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { FolderButton } from './folder-button.tsx'
import type { PackageFile } from './package-contents.ts'
import { isGone } from './package-standing.ts'
import { packedSize } from './packed-size.ts'
import { words } from './send-words.ts'

interface Props {
  readonly task: Task
  readonly files: readonly PackageFile[]
  readonly state: PackageState | undefined
  readonly out: string
  readonly accent: boolean
  readonly onTaken: () => void
}

/** What is copied onto a disk, and where it lies. */
export const CarryStep = ({ task, files, state, out, accent, onTaken }: Props) =>
  files.map(({ name, bytes = 0, state: found, folder }) => (
    <div key={name} className="package-file">
      <div>
        <strong>{name}</strong>
        <small className="tabular">
          {folder && `${words.folder} `}
          {packedSize(task, bytes)}
          {found === 'gone' && <em className="tone-bad">{words.missingFile}</em>}
        </small>
      </div>
      <div className="package-file-actions">
        <FolderButton
          id={state?.folder}
          path={out}
          gone={isGone(state)}
          onUsed={onTaken}
          {...(accent && { type: 'primary' as const })}
        />
      </div>
      <p className="package-caps">
        {folder ? words.carryFolder(name) : words.carryArchive(name)}
        {words.carryCare}
      </p>
    </div>
  ))
