import { Button } from 'antd'
import { useProblemKeys, useProblems } from '../rows/use-problems.ts'
import { words } from '../wording.ts'

/** The way from problem to problem, by buttons and by F8. */
export function RowProblemBar({ task }: { readonly task: string }) {
  const { count, go } = useProblems(task)
  useProblemKeys(go)
  if (count === 0) return null
  return (
    <nav className="detail-bar" aria-label={words.problems(count)}>
      <Button title={words.previousKey} aria-label={words.previousLabel} onClick={() => go(-1)}>
        {words.previous}
      </Button>
      <Button className="detail-bar-next" title={words.nextKey} onClick={() => go(1)}>
        {words.next}
        <span className="detail-count tabular">{count}</span>
      </Button>
    </nav>
  )
}
