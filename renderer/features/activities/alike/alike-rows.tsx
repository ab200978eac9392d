import type { Field } from '../../../../shared/notice/field.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { placeText } from '../place-text.ts'
import type { AlikePair } from './alike-pairs.ts'
import { differences, type Side, type Sides } from './merge-pair.ts'
import { type Parted, partTexts } from './text-difference.ts'
import { words } from './wording.ts'

interface Props {
  readonly pair: AlikePair
  readonly fields: readonly Field[]
  /** Their places in the list, from 1. */
  readonly numbers: Readonly<Record<Side, number>>
  readonly sides: Sides
  readonly onSide: (field: string, side: Side) => void
}

/** Two rows side by side, with what is different in them; of each field one side is chosen for a row made of both. */
export function AlikeRows({ pair, fields, numbers, sides, onSide }: Props) {
  const different = differences(pair, fields)
  return (
    <div className="alike-scroll">
      <table className="alike-rows">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">
              <Head row={pair.left} number={numbers.left} />
            </th>
            <th scope="col">
              <Head row={pair.right} number={numbers.right} />
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ key, label }) => {
            const [left, right] = partTexts(pair.left.fields[key] ?? '', pair.right.fields[key] ?? '')
            const marked = isMarked(left) && isMarked(right)
            const cell = (side: Side, parted: Parted) => (
              <Cell
                label={label}
                side={side}
                parted={parted}
                marked={marked}
                text={pair[side].fields[key] ?? ''}
                isChosen={sides[key] === side}
                onChoose={() => onSide(key, side)}
              />
            )
            return different.has(key) ? (
              <tr key={key} className="alike-different">
                <th scope="row">{label}</th>
                {cell('left', left)}
                {cell('right', right)}
              </tr>
            ) : (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className="alike-same">{pair.left.fields[key]}</td>
                <td className="alike-same">{pair.right.fields[key]}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const Head = ({ row: { origins = [] }, number }: { readonly row: Row; readonly number: number }) => (
  <>
    <b>{words.number(number)}</b>
    <small>{origins.length === 0 ? words.written : origins.map(placeText).join('；')}</small>
  </>
)

interface CellProps {
  readonly label: string
  readonly side: Side
  readonly parted: Parted
  readonly marked: boolean
  readonly text: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

const Cell = ({ label, side, parted, marked, text, isChosen, onChoose }: CellProps) => (
  <td>
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={words.pick(label, side, text)}
      onClick={onChoose}
    >
      {text === '' ? (
        <i>{words.blank}</i>
      ) : (
        <span>
          {parted.before}
          {marked && parted.different ? <mark>{parted.different}</mark> : parted.different}
          {parted.after}
        </span>
      )}
    </button>
  </td>
)

/** Two texts that have hardly anything in common are no clearer for a mark over all of them. */
const isMarked = ({ before, different, after }: Parted): boolean =>
  different.length <= (before + different + after).length * 0.7
