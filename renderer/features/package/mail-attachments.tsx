import { Button } from 'antd'
import type { PackageState } from '../../../shared/contract/projects.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { useSession } from '../../app/session-context.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { capsFor } from '../../../shared/packing/sending-way.ts'
import { sizeText } from '../../../shared/wording/size-text.ts'
import { FolderButton } from './folder-button.tsx'
import type { PackageFile } from './package-contents.ts'
import { capsText, words } from './wording.ts'

interface Props {
  readonly task: Task
  readonly files: readonly PackageFile[]
  readonly state: PackageState | undefined
  readonly out: string
  readonly accent: boolean
  /** Whether the files may be sent. */
  readonly usable: boolean
  readonly onTaken: () => void
}

/** The files of a mail: where they are, and whether an ordinary mail carries them. */
export function MailAttachments({ task, files, state, out, accent, usable, onTaken }: Props) {
  const { host } = useSession()
  return (
    <>
      {files.map((file) => {
        const { name, bytes = 0, sha256, id, state: found } = file
        const caps = capsText(capsFor(task, bytes), bytes)
        return (
          <div key={name} className="package-file">
            <div>
              <strong>{name}</strong>
              <small className="package-sum256 tabular">
                {sizeText(bytes)}
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
                gone={state?.state === 'missing'}
                onUsed={onTaken}
                {...(accent && { type: 'primary' as const })}
              />
            </div>
            {caps !== undefined && <p className="package-caps">{caps}</p>}
          </div>
        )
      })}
    </>
  )
}

const shortSum = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-4)}`
