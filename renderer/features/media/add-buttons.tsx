import { App, Button, type ButtonProps } from 'antd'
import { tellAdded } from '../../app/tell-added.ts'
import { useJob, useSession } from '../../app/session-context.tsx'
import { type Added, addChosen, addSamples } from '../../state/add-sources.ts'
import { PlusIcon } from './icons.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  /** On a page without files: larger, and with the samples. */
  readonly first?: boolean
}

/** The ways to bring files in besides dropping them. */
export function AddButtons({ task, first = false }: Props) {
  const session = useSession()
  const notices = App.useApp()
  const busy = useJob('add') !== undefined
  const told = (adding: Promise<Added | undefined>) => void adding.then((added) => tellAdded(notices, added))
  const common: ButtonProps = { disabled: busy, size: first ? 'large' : 'middle' }
  return (
    <>
      <Button
        {...common}
        {...(first ? { type: 'primary' } : { icon: <PlusIcon /> })}
        onClick={() => told(addChosen(session, task, 'folders'))}
      >
        {first ? words.chooseFolder : words.addFolder}
      </Button>
      <Button {...common} onClick={() => told(addChosen(session, task, 'files'))}>
        {first ? words.chooseFiles : words.addFiles}
      </Button>
      {first && (
        <Button {...common} type="link" onClick={() => told(addSamples(session, task))}>
          {words.trySamples}
        </Button>
      )}
    </>
  )
}
