import { setTimeout as wait } from 'node:timers/promises'
import type { Contract } from '../shared/contract.ts'
import { Fault } from '../shared/faults.ts'
import type { Client } from '../shared/operation.ts'
import { type ProjectDocument, taskDraft } from '../shared/project/document.ts'
import type { Edit } from '../shared/project/edit.ts'
import type { Random } from './torture/random.ts'

/** One change that the clerk has typed: its number stands in the text. */
interface Typed {
  readonly number: number
  readonly at: number
  readonly item: number
}

/** All that was ever typed, and what was answered to it. Outlives windows and programs. */
export interface Ledger {
  readonly typed: Typed[]
  acknowledged: number
  readonly packages: Set<string>
}
export const newLedger = (): Ledger => ({ typed: [], acknowledged: 0, packages: new Set() })

const task = 'media'

const captionOf = (number: number): string => `第${number}次修改：市科协联合小学开展科普活动，学生体验科学。`
const numberIn = (text: string | undefined): number => Number(/^第(\d+)次/.exec(text ?? '')?.[1] ?? 0)

/**
 * What the document lacks, in sentences: it must hold the typed changes up to one of them and no other, all that was
 * acknowledged, and all that was typed before a moment.
 */
export function lacksOf(document: ProjectDocument, ledger: Ledger, savedBefore: number): string[] {
  const held = taskDraft(document, task).items.map(({ fields }) => numberIn(fields['caption']))
  const last = Math.max(0, ...held)
  const expected = held.map(
    (_, item) => ledger.typed.findLast((one) => one.item === item && one.number <= last)?.number ?? 0,
  )
  const old = ledger.typed.findLast(({ at }) => at < savedBefore)?.number ?? 0
  const recorded = new Set(taskDraft(document, task).packages.map(({ id }) => id))
  return [
    last < ledger.acknowledged && `已确认到第 ${ledger.acknowledged} 次修改，存盘的只到第 ${last} 次`,
    last < old && `第 ${old} 次修改早该存盘，存盘的只到第 ${last} 次`,
    held.join() !== expected.join() && `各文件的修改对不上：${held.join()}，应为 ${expected.join()}`,
    ...[...ledger.packages].map((id) => !recorded.has(id) && `已回答的包 ${id} 没有记下`),
  ].filter((one) => one !== false)
}

/** A window at work: types without a pause, saves as the window's saver does, and packs again and again. */
export interface Clerk {
  /** Resolves when the first change has been acknowledged. */
  readonly begun: Promise<void>
  /** Stops typing and packing; resolves when nothing is on its way any more. */
  stop(): Promise<readonly string[]>
  /** Typed and not acknowledged; for a window that lives on. */
  pending(): readonly Typed[]
}

export interface Work {
  /** The claim of the folder that is packed into. */
  readonly out: string
  readonly random: Random
  /** Left by the same window before the engine was replaced; what the document has already is not sent again. */
  readonly left?: readonly Typed[]
}

export function startClerk(
  client: Client<Contract>,
  document: ProjectDocument,
  ledger: Ledger,
  { out, random, left = [] }: Work,
): Clerk {
  const project = document.id
  const items = taskDraft(document, task).items.map(({ id }) => id)
  const held = Math.max(0, ...taskDraft(document, task).items.map((one) => numberIn(one.fields['caption'])))
  let { revision } = document
  let pending: readonly Typed[] = left.filter(({ number }) => number > held)
  const stopping = new AbortController()
  const troubles: string[] = []
  let tellBegun = () => undefined as void
  const begun = new Promise<void>((resolve) => (tellBegun = resolve))

  const note = (doing: string, error: unknown): string => {
    const code = error instanceof Fault ? error.data.code : String(error)
    if (code !== 'engine-gone')
      troubles.push(`${doing}：${error instanceof Fault ? JSON.stringify(error.data) : code}`)
    return code
  }
  const type = () => {
    const number = (ledger.typed.at(-1)?.number ?? 0) + 1
    const one = { number, at: performance.now(), item: number % items.length }
    ledger.typed.push(one)
    pending = [...pending, one]
  }
  const typing = async () => {
    while (!stopping.signal.aborted) {
      type()
      await wait(random.fraction() * 30)
    }
  }
  const flush = async (sent: readonly Typed[]): Promise<boolean> => {
    const edits = sent.map(({ number, item }): Edit => {
      const fields = { caption: captionOf(number) }
      return { type: 'set-values', task, values: [{ id: items[item] ?? '', fields }] }
    })
    try {
      revision = (await client['project.edit']({ project, revision, edits })).revision
      pending = pending.slice(sent.length)
      ledger.acknowledged = sent.at(-1)?.number ?? ledger.acknowledged
      tellBegun()
      return true
    } catch (error) {
      // Our own package was recorded in between: its revision is the one to go on from.
      if (error instanceof Fault && error.data.code === 'project-changed-elsewhere')
        return client['project.open']({ project }).then(
          (now) => ((revision = now.revision), true),
          (failure: unknown) => (note('打开', failure), false),
        )
      return (note('修改', error), false)
    }
  }
  const saving = async () => {
    while (!stopping.signal.aborted) {
      if (pending.length > 0 && !(await flush(pending))) return
      await wait(1)
    }
  }
  const packing = async () => {
    while (!stopping.signal.aborted) {
      try {
        const { record } = await client['project.build']({ project, task, out })
        ledger.packages.add(record.id)
      } catch (error) {
        note('打包', error)
        return
      }
    }
  }
  const all = Promise.all([typing(), saving(), packing()])
  void all.then(tellBegun)
  return {
    begun,
    pending: () => pending,
    async stop() {
      stopping.abort()
      await all
      return troubles
    },
  }
}
