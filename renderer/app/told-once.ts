import { App } from 'antd'
import { useEffect } from 'react'
import { faultSentence } from '../../shared/wording/fault-sentence.ts'
import { packingWasCut } from '../state/packing-mark.ts'
import type { Unopened } from './open-project.ts'
import { useSession } from './session-context.tsx'
import { words } from './wording.ts'

/**
 * What is told once, when it happens: a record that had to be put aside, a packing that was cut off, files that could not
 * be added, an engine that came back.
 */
export function useToldOnce({ aside, unopenable }: Unopened, carried: number): void {
  const { project, jobs } = useSession()
  const { message, notification } = App.useApp()

  useEffect(() => {
    for (const { path } of aside)
      notification.warning({ title: words.asideTitle, description: words.asideAdvice(path), duration: 0 })
    for (const { fault } of unopenable)
      notification.warning({ title: words.unopenable, description: faultSentence(fault), duration: 0 })
    if (carried > 0) void message.success(words.carried(carried))
  }, [aside, unopenable, carried, notification, message])

  useEffect(() => {
    if (packingWasCut(project.store.getState().document, sessionStorage))
      notification.info({ title: words.packingCut, description: words.packingCutAdvice, duration: 0 })
  }, [project, notification])

  useEffect(
    () =>
      jobs.store.subscribe(({ failure }, before) => {
        if (!failure || failure === before.failure || failure.kind !== 'add') return
        jobs.dismiss()
        if (failure.fault.code === 'cancelled') void message.info(faultSentence(failure.fault))
        else
          notification.error({
            title: words.addFailed,
            description: faultSentence(failure.fault),
            duration: 0,
          })
      }),
    [jobs, message, notification],
  )

  useEffect(
    () =>
      project.store.subscribe((state, before) => {
        if (before.saving === 'waiting' && state.saving === 'saved' && !before.trouble && !state.ended)
          void message.success(words.engineBack)
        if (state.refused && state.refused !== before.refused)
          notification.error({
            title: words.refused,
            description: faultSentence(state.refused),
            duration: 0,
          })
      }),
    [project, message, notification],
  )
}
