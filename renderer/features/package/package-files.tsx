import { Button } from 'antd'
import type { Task } from '../../../shared/notice/task.ts'
import { type PaperKind, paperNames } from '../../../shared/paper/paper.ts'
import { useSession } from '../../app/session-context.tsx'
import type { PackageFile } from './package-contents.ts'
import { packedSize } from './packed-size.ts'
import { words } from './send-words.ts'

/** Everything that lies in the package's folder. */
export function PackageFiles({
  task,
  files,
  download,
  onPreview,
}: {
  readonly task: Task
  readonly files: readonly PackageFile[]
  /** Whether files are given out by download. */
  readonly download: boolean
  /** Shows a paper as it will be printed. */
  readonly onPreview: (paper: PaperKind) => void
}) {
  const { host } = useSession()
  return (
    <section className="package-card">
      <h2>{files.some(({ state }) => state === 'elsewhere') ? words.filesElsewhere : words.files}</h2>
      <ul className="package-files">
        {files.map(({ name, bytes, id, state, folder }) => {
          const paper = papers.find((kind) => `${paperNames[kind]}.html` === name)
          return (
            <li key={name}>
              <span>
                {name}
                <small className="tabular">
                  {folder && `${words.folder} `}
                  {bytes !== undefined && `${packedSize(task, bytes)} `}
                  {state === 'gone' && <em className="tone-bad">{words.missingFile}</em>}
                </small>
              </span>
              <div className="package-file-actions">
                {paper && state !== 'gone' && state !== 'elsewhere' && (
                  <Button
                    size="small"
                    aria-label={`${words.preview}${name}`}
                    onClick={() => onPreview(paper)}
                  >
                    {words.preview}
                  </Button>
                )}
                {download && id !== undefined && !folder && (
                  <Button
                    size="small"
                    aria-label={`${words.download}${name}`}
                    onClick={() => host.download(id, name)}
                  >
                    {words.download}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const papers = ['checklist', 'statement'] as const
