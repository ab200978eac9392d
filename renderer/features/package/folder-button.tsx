import { Button, type ButtonProps, Popover } from 'antd'
import { useState } from 'react'
import { useSession } from '../../app/session-context.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { words } from './send-words.ts'

interface Props extends Pick<ButtonProps, 'size' | 'type'> {
  /** Of a folder or file; undefined while it is not known. */
  readonly id: string | undefined
  /** Shown where the folder cannot be opened for the clerk. */
  readonly path: string
  /** The folder is not there any more. */
  readonly gone: boolean
  readonly onUsed?: () => void
}

/** Opens a package's folder; where that cannot be done, says where it is. */
export function FolderButton({ id, path, gone, onUsed, ...looks }: Props) {
  const { host } = useSession()
  const [told, setTold] = useState(false)
  const open = async () => {
    const opened = id !== undefined && (await host.reveal(id).catch(() => false))
    setTold(!opened)
    onUsed?.()
  }
  return (
    <Popover
      open={told && !gone}
      trigger="click"
      placement="bottomRight"
      onOpenChange={(shown) => !shown && setTold(false)}
      content={
        <div className="package-path" role="alert">
          <p>{words.folderAt}</p>
          <code>{path}</code>
          <CopyButton text={path} what="" />
        </div>
      }
    >
      <Button
        {...looks}
        disabled={gone}
        onClick={() => void open()}
        onKeyDown={({ key }) => key === 'Escape' && setTold(false)}
      >
        {words.openFolder}
      </Button>
    </Popover>
  )
}
