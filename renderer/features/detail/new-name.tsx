import type { ItemVerdict } from '../../state/item-verdict.ts'
import { words } from './wording.ts'

/** The name that the file will bear in the package, and what had to be done to make it. */
export function NewName({ verdict }: { readonly verdict: ItemVerdict | undefined }) {
  if (!verdict) return null
  if (!verdict.name) return <p className="detail-name tone-warn">{words.staysOut}</p>
  const { name, shortened, numbered, replaced, unusable } = verdict.name
  const why = [
    shortened && words.newNameShort,
    numbered && words.newNameNumbered,
    replaced.length > 0 && !unusable && words.newNameReplaced(replaced),
  ].filter((one) => one !== false)
  return (
    <p className="detail-name">
      <span className="tone-quiet">{words.newName}：</span>
      <strong>{name}</strong>
      {why.length > 0 && <span className="detail-name-why">{why.join('；')}</span>}
    </p>
  )
}
