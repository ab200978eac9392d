import { Button, Spin } from 'antd'
import { useStore } from 'zustand'
import { useSession, useTask, useTaskView } from '../../app/session-context.tsx'
import { goTo } from '../../state/page.ts'
import { openDialog } from '../../state/dialog.ts'
import type { Obstacle } from './obstacles.ts'
import { obstacleText, words } from './wording.ts'

interface Props {
  readonly task: string
  readonly obstacles: readonly Obstacle[]
  readonly onMeasure: () => void
  readonly onClose: () => void
}

/** What has to be dealt with before packing, with a button that leads there. */
export function ObstacleList({ task, obstacles, onMeasure, onClose }: Props) {
  const [, setView] = useTaskView(task)
  const { facts } = useSession()
  const { kind } = useTask(task)
  const leadTo = (view: Parameters<typeof setView>[0]) => {
    setView({ filter: 'all', query: '', ...view })
    onClose()
    goTo({ at: 'task', task })
  }
  const editUnit = () => {
    onClose()
    openDialog('unit')
  }
  const action = (obstacle: Obstacle): readonly [string, () => void] | undefined => {
    switch (obstacle.kind) {
      case 'unit':
        return [words.fillUnit, editUnit]
      case 'nothing':
        return [words.add, () => leadTo({ code: undefined, current: undefined })]
      case 'stopped':
        return [words.measureAgain, onMeasure]
      case 'findings': {
        const { code, first } = obstacle.line
        if (aboutUnit.has(code)) return [words.fillUnit, editUnit]
        return first === undefined
          ? [words.goOn, () => leadTo({ code: undefined, current: undefined })]
          : [words.show, () => leadTo({ code, current: first })]
      }
      default:
        return undefined
    }
  }
  const main = obstacles.find((obstacle) => action(obstacle) !== undefined)
  const waiting = obstacles.every(isWaiting)
  const item = useStore(facts.store, (state) => state.item)
  return (
    <>
      <div className="package-scroll">
        {!waiting && <p className="package-lead">{words.cannotYet}</p>}
        <ul className="package-obstacles" aria-live="polite">
          {obstacles.map((obstacle) => {
            const { title, detail } = obstacleText(obstacle, item, kind)
            const lead = action(obstacle)
            return (
              <li key={title}>
                {isWaiting(obstacle) ? (
                  <Spin size="small" />
                ) : (
                  <span className="package-bang" aria-hidden="true">
                    !
                  </span>
                )}
                <div>
                  <strong>{title}</strong>
                  {detail !== undefined && <small>{detail}</small>}
                </div>
                {obstacle.kind === 'findings' && obstacle.line.first !== undefined && (
                  <span className="package-count">{words.places(obstacle.line.count)}</span>
                )}
                {lead && (
                  <Button
                    onClick={lead[1]}
                    {...(obstacle === main && { type: 'primary' as const, 'data-first': true })}
                  >
                    {lead[0]}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </div>
      <div className="package-foot">
        <Button size="large" {...(!main && { 'data-first': true })} onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </>
  )
}

/** Findings that are mended in the unit's particulars. */
const aboutUnit: ReadonlySet<string> = new Set(['quota-unknown-class', 'unit-name-unusable'])

const isWaiting = ({ kind }: Obstacle): boolean =>
  kind === 'measuring' || kind === 'judging' || kind === 'busy'
