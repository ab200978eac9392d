import { Button } from 'antd'
import { useSession } from '../../app/session-context.tsx'
import { sizeText } from '../../../shared/wording/size-text.ts'
import type { PackageFile } from './package-contents.ts'
import { words } from './wording.ts'

/** Everything that lies in the package's folder. */
export function PackageFiles({
  files,
  download,
}: {
  readonly files: readonly PackageFile[]
  /** Whether files are given out by download. */
  readonly download: boolean
}) {
  const { host } = useSession()
  return (
    <section className="package-card">
      <h2>{words.files}</h2>
      <ul className="package-files">
        {files.map(({ name, bytes, id, state }) => (
          <li key={name}>
            <span>
              {name}
              <small className="tabular">
                {bytes !== undefined && sizeText(bytes)}
                {state === 'gone' && <em className="tone-bad">{words.missingFile}</em>}
              </small>
            </span>
            {download && id !== undefined && (
              <Button
                size="small"
                aria-label={`${words.download}${name}`}
                onClick={() => host.download(id, name)}
              >
                {words.download}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
