import type { Facts } from '../../shared/facts.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import { applyEdits } from '../../shared/project/apply-edit.ts'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Changed, ToJudge, VerdictChange } from './judge-protocol.ts'
import { judgeTask } from './judge-task.ts'

/** Keeps its own copy of the project and says what is different since it was last asked. */
export interface VerdictDesk {
  hear(message: ToJudge): void
  verdicts(): VerdictChange[]
}

export function createVerdictDesk(): VerdictDesk {
  let notice: Notice | undefined
  let document: ProjectDocument | undefined
  let now = ''
  const facts = new Map<string, Facts>()
  /** What was told of each file and of each row, by task, as text: equal text need not be told again. */
  const told = new Map<string, Map<string, string>>()
  const stale = new Set<string>()

  const allStale = () => notice?.tasks.forEach(({ id }) => stale.add(id))
  const tasksOf = (ids: ReadonlySet<string>): string[] =>
    Object.entries(document?.tasks ?? {})
      .filter(([, { items }]) => items.some(({ id }) => ids.has(id)))
      .map(([task]) => task)
  const hear = (message: ToJudge): void => {
    switch (message.type) {
      case 'open':
        ;({ notice, document } = message)
        return allStale()
      case 'document':
        document = message.document
        return allStale()
      case 'edits':
        if (document) document = applyEdits(document, message.edits).document
        for (const edit of message.edits) {
          if (edit.type === 'set-unit') allStale()
          else stale.add(edit.task)
        }
        return
      case 'facts':
        message.facts.forEach(([id, measured]) => facts.set(id, measured))
        return tasksOf(new Set(message.facts.map(([id]) => id))).forEach((id) => stale.add(id))
      case 'clock':
        ;({ now } = message)
        return allStale()
    }
  }

  const changeOf = (task: string, given: Notice, current: ProjectDocument): VerdictChange => {
    const { items, rows, ...rest } = judgeTask(given, current, task, facts, now)
    return { task, items: news(`${task} items`, items), rows: news(`${task} rows`, rows), rest }
  }
  /** What was not told yet, or told otherwise, under the name given. */
  const news = <T>(name: string, verdicts: ReadonlyMap<string, T>): Changed<T> => {
    const before = told.get(name) ?? new Map<string, string>()
    const after = new Map<string, string>()
    const changed: (readonly [string, T])[] = []
    for (const [id, verdict] of verdicts) {
      const text = JSON.stringify(verdict)
      after.set(id, text)
      if (before.get(id) !== text) changed.push([id, verdict])
    }
    told.set(name, after)
    return { changed, gone: [...before.keys()].filter((id) => !after.has(id)) }
  }

  return {
    hear,
    verdicts() {
      if (!notice || !document || now === '') return []
      const [given, current] = [notice, document]
      const tasks = [...stale]
      stale.clear()
      return tasks.map((task) => changeOf(task, given, current))
    },
  }
}
