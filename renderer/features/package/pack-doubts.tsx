import { Button } from 'antd'
import type { FindingLine } from '../../state/finding-groups.ts'
import { words } from './wording.ts'

interface Props {
  readonly warnings: readonly FindingLine[]
  readonly waivers: readonly string[]
  readonly onShow: (code: string, first: string) => void
}

/** What should be looked at once more, and what is kept all the same; neither holds the packing up. */
export function PackDoubts({ warnings, waivers, onShow }: Props) {
  const doubts = warnings.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      {doubts > 0 && (
        <section className="package-note package-note-warn">
          <h3>{words.warnings(doubts)}</h3>
          <ul>
            {warnings.map(({ text, code, count, first }) => (
              <li key={text}>
                <span>
                  {text}
                  {first !== undefined && `　${words.places(count)}`}
                </span>
                {first !== undefined && (
                  <Button type="link" onClick={() => onShow(code, first)}>
                    {words.show}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {waivers.length > 0 && (
        <section className="package-note">
          <h3>{words.waivers}</h3>
          <ul>
            {waivers.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
