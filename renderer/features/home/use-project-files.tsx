import { App } from 'antd'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { Contract } from '../../../shared/contract.ts'
import type { OpenedCopy } from '../../../shared/contract/projects.ts'
import { faultOf } from '../../../shared/faults.ts'
import type { Client } from '../../../shared/operation.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { pause } from '../../state/pause.ts'
import { CopyChoice, type CopyQuestion } from './copy-choice.tsx'
import { words } from './wording.ts'

/** Hands a project file in, and gives its claim; none when the clerk thinks better of it. */
export type HandProject = () => Promise<readonly string[]>

interface Desk {
  readonly client: Client<Contract>
  /** The window can go over to another project now. */
  readonly ready: boolean
  /** Brings what was typed last onto the disk, for the file is held against it. */
  readonly save: () => Promise<void>
  readonly open: (project: string) => void
}

/** So long edits may take to be saved before the file is opened all the same, in ms. */
const patience = 3000

/**
 * Opens project files one after the other, whatever way they come: chosen, dropped, or opened in the file manager, perhaps
 * before there was a window.
 */
export function useProjectFiles({ client, ready, save, open }: Desk): {
  readonly openFile: (hand: HandProject) => void
  readonly dialog: ReactNode
} {
  const { message, notification } = App.useApp()
  const [waiting, setWaiting] = useState<readonly HandProject[]>([])
  const [busy, setBusy] = useState(false)
  const [question, setQuestion] = useState<CopyQuestion>()
  // Stable: whoever hears of files hears of them once.
  const [openFile] = useState(() => (hand: HandProject) => setWaiting((before) => [...before, hand]))

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    const done = message.loading(words.openingFile, 0)
    try {
      await work()
    } catch (error) {
      const fault = faultOf(error)
      if (fault.code !== 'cancelled')
        notification.error({ title: words.fileNotOpened, description: faultSentence(fault), duration: 0 })
    } finally {
      done()
      setBusy(false)
    }
  }
  const take = async (opened: OpenedCopy, claim: string): Promise<void> => {
    if (opened.outcome === 'differs') {
      const { here, copy } = opened
      return setQuestion({ claim, here, copy, notice: await client['notice.load']({ id: copy.notice }) })
    }
    const { document, as, missing } = opened
    void message.success(as === 'same' ? words.openedSame : words.openedNew)
    if (missing > 0)
      notification.warning({
        title: words.filesElsewhere(missing),
        description: words.filesElsewhereAdvice,
        duration: 0,
      })
    open(document.id)
  }

  const [next] = waiting
  const takeUp = useEffectEvent((hand: HandProject) => {
    setWaiting((all) => all.slice(1))
    void attempt(async () => {
      const [claim] = await hand()
      if (claim === undefined) return
      await Promise.race([save(), pause(patience)])
      await take(await client['project.open-copy']({ claim }), claim)
    })
  })
  const free = ready && !busy && question === undefined
  useEffect(() => {
    if (next && free) takeUp(next)
  }, [next, free])

  const answer = (then: (asked: CopyQuestion) => Promise<void>) => () => {
    setQuestion(undefined)
    if (question) void attempt(() => then(question))
  }
  return {
    openFile,
    dialog: question && (
      <CopyChoice
        question={question}
        onHere={answer(async ({ here }) => open(here.id))}
        onAnew={answer(async ({ claim }) =>
          take(await client['project.open-copy']({ claim, anew: true }), claim),
        )}
        onCancel={() => setQuestion(undefined)}
      />
    ),
  }
}
