import { Button } from 'antd'
import type { PackageState } from '../../../shared/contract/projects.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { useSession } from '../../app/session-context.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { capsFor } from '../../../shared/packing/caps-for.ts'
import type { PartWay } from '../../../shared/packing/sending.ts'
import { dateText } from '../../../shared/wording/measures.ts'
import { largeName } from '../../../shared/wording/sending-words.ts'
import { FolderButton } from './folder-button.tsx'
import type { PackageFile } from './package-contents.ts'
import { isGone } from './package-standing.ts'
import { packedSize } from './packed-size.ts'
import { viaText, words } from './send-words.ts'

interface Props {
  readonly task: Task
  readonly way: PartWay
  /** With way `large`: the day on which it may be gone, `YYYY-MM-DD`. */
  readonly expires: string | undefined
  readonly files: readonly PackageFile[]
  readonly state: PackageState | undefined
  readonly out: string
  readonly accent: boolean
  /** Whether the files may be sent. */
  readonly usable: boolean
  readonly onTaken: () => void
}

/** The files of a mail: where they are, and how they are attached. */
export function MailAttachments(props: Props) {
  const { files, state, out, accent, usable, onTaken } = props
  const { host } = useSession()
  return (
    <>
      {files.map((file) => {
        const { name, bytes = 0, sha256, id, state: found } = file
        const how = howTo(props, bytes)
        return (
          <div key={name} className="package-file">
            <div>
              <strong>{name}</strong>
              <small className="package-sum256 tabular">
                {packedSize(props.task, bytes)}
                {found === 'gone' && <em className="tone-bad">{words.missingFile}</em>}
                {sha256 !== undefined && (
                  <>
                    <span>{words.checksum}</span>
                    <code title={sha256}>{shortSum(sha256)}</code>
                    <CopyButton size="small" type="link" text={sha256} what={words.checksum} />
                  </>
                )}
              </small>
            </div>
            <div className="package-file-actions">
              {host.kind === 'web' && id !== undefined && (
                <Button
                  disabled={!usable}
                  onClick={() => {
                    host.download(id, name)
                    onTaken()
                  }}
                >
                  {words.download}
                </Button>
              )}
              <FolderButton
                id={state?.folder}
                path={out}
                gone={isGone(state)}
                onUsed={onTaken}
                {...(accent && { type: 'primary' as const })}
              />
            </div>
            {how !== undefined && <p className="package-caps">{how}</p>}
          </div>
        )
      })}
    </>
  )
}

/** What there is to be said about attaching a file of that size; undefined where it is plain. */
function howTo({ task, way, expires }: Props, bytes: number): string | undefined {
  if (way !== 'large') return viaText(capsFor(task, bytes))
  const large = largeName(task)
  const until = expires === undefined ? '' : words.largeUntil(large, dateText(expires))
  return words.largeHow(large) + until
}

const shortSum = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-4)}`
