import { App } from 'antd'
import { useState } from 'react'
import { faultOf, type FormProblem } from '../../../shared/faults.ts'
import { taskDraft } from '../../../shared/project/document.ts'
import { draftSubmission } from '../../../shared/project/draft-submission.ts'
import type { FieldValues, Submission } from '../../../shared/project/submission.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { useSession } from '../../app/session-context.tsx'
import { words } from './wording.ts'

/** A form as it was read. */
export interface FormRead {
  readonly rows: readonly { readonly id: string; readonly fields: FieldValues }[]
  /** Files that have no row. */
  readonly missing: readonly string[]
  /** Rows of files that are not in the list, passed over. */
  readonly unknown: readonly { readonly cell: string; readonly file: string }[]
}

/** The ways between a task and Excel. Each resolves to undefined when the clerk thought better of it or it failed. */
export interface Exchange {
  readonly busy: boolean
  readonly problems: readonly FormProblem[] | undefined
  dismissProblems(): void
  /** Resolves to what came of it, in a sentence. */
  writeForm(name: string): Promise<string | undefined>
  writeFindings(name: string): Promise<string | undefined>
  /** The list of a task that is one, as it stands. */
  writeList(name: string): Promise<string | undefined>
  readForm(): Promise<FormRead | undefined>
}

/** Brings a task's texts to Excel and back; failures are told here. */
export function useExchange(task: string): Exchange {
  const { host, client, notice, project, facts } = useSession()
  const { notification } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly FormProblem[]>()

  const attempt = async <T>(title: string, work: () => Promise<T | undefined>): Promise<T | undefined> => {
    setBusy(true)
    try {
      return await work()
    } catch (error) {
      const fault = faultOf(error)
      if (fault.code === 'form-invalid') setProblems(fault.problems)
      else if (fault.code !== 'cancelled')
        notification.error({ title, description: faultSentence(fault), duration: 0 })
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const submission = (): Submission => {
    const measured = facts.store.getState().facts
    return draftSubmission(project.store.getState().document, task, (id) => measured.get(id))
  }
  const write = (
    operation: 'form.write' | 'findings.write' | 'list.write',
    name: string,
    told: (rows: number) => string,
  ): Promise<string | undefined> =>
    attempt(words.notWritten, async () => {
      const target = await host.saveAs(name)
      if (!target) return undefined
      const { rows } = await client[operation]({
        notice: notice.id,
        submission: submission(),
        out: target.claim,
      })
      await target.finish()
      return told(rows)
    })

  return {
    busy,
    problems,
    dismissProblems: () => setProblems(undefined),
    writeForm: (name) => write('form.write', name, words.formWritten),
    writeFindings: (name) => write('findings.write', name, words.findingsWritten),
    writeList: (name) => write('list.write', name, words.listWritten),
    readForm: () =>
      attempt(words.notRead, async () => {
        const [form] = await host.choose('workbook')
        if (form === undefined) return undefined
        const { items } = taskDraft(project.store.getState().document, task)
        const files = items.map(({ id }) => id)
        return client['form.read']({ notice: notice.id, task, form, files, passOver: true })
      }),
  }
}
