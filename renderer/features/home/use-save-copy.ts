import { App } from 'antd'
import { useState } from 'react'
import type { ProjectSummary } from '../../../shared/contract/projects.ts'
import { faultOf } from '../../../shared/faults.ts'
import { copyName } from '../../../shared/project/copy-name.ts'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { useSession } from '../../app/session-context.tsx'
import { words } from './wording.ts'

/** Writes a project as a file that can be handed on. */
export function useSaveCopy(): {
  /** Id of the project that is being written. */
  readonly saving: string | undefined
  readonly save: (one: ProjectSummary) => Promise<void>
} {
  const { client, host, notice, project } = useSession()
  const { message, notification } = App.useApp()
  const [saving, setSaving] = useState<string>()

  const save = async ({ id, unit, changedAt }: ProjectSummary): Promise<void> => {
    setSaving(id)
    try {
      const target = await host.saveAs(copyName(unit, wallClock(new Date(changedAt), notice.utcOffset)))
      if (!target) return
      if (id === project.store.getState().document.id) await project.saved()
      await client['project.save-copy']({ project: id, out: target.claim })
      await target.finish()
      void message.success(words.exported(host.kind), 6)
    } catch (error) {
      const fault = faultOf(error)
      if (fault.code !== 'cancelled')
        notification.error({ title: words.notExported, description: faultSentence(fault), duration: 0 })
    } finally {
      setSaving(undefined)
    }
  }
  return { saving, save }
}
