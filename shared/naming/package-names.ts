import { requirementsOf } from '../notice/choose.ts'
import type { Task } from '../notice/task.ts'
import { extensionFor } from '../project/item-kind.ts'
import type { Item } from '../project/submission.ts'
import type { Unit } from '../project/unit.ts'
import { extensionOf, stemOf } from './file-path.ts'
import type { Tokens } from './fill-template.ts'
import { fittedName, type NameFrame, nameFrame } from './fitted-name.ts'
import { mostBytes, safeText, saysSomething, shortened } from './safe-name.ts'
import { suggestFields } from './suggest.ts'
import { createTakenNames, type TakenNames } from './taken-names.ts'

/** The name a file bears in the package, and what had to be done to make it. */
export interface PackageName {
  /** With extension, without folder: `沈阳市科协-科普大篷车进校园.jpg`. */
  readonly name: string
  readonly title: string
  /** The clerk's title says nothing that a name could be made of. */
  readonly unusable: boolean
  readonly replaced: readonly string[]
  readonly shortened: boolean
  /** Another file had the name already, so this one bears a number. */
  readonly numbered: boolean
}

const defaultLongestStem = 60

/** No name needs more of a text than this; a whole document pasted into a title costs no time. */
const mostOfText = 400

/**
 * Names for all items by the task's template (notice: “报送单位（地区）-图片/视频题目”). The bracket falls away
 * when there is no region or the unit's name begins with it. Names differ whatever the letter case, as
 * Windows needs; the second of a name gets `-2`.
 */
export function packageNames(
  task: Task,
  unit: Unit | undefined,
  items: readonly Item[],
): ReadonlyMap<string, PackageName> {
  const longest = requirementsOf(task, 'file-name')[0]?.longestStem ?? defaultLongestStem
  const work: Work = { longest, taken: createTakenNames(), fitted: remembered() }
  return new Map(items.map((item, index) => [item.id, nameOf(task, unit, item, index, work)]))
}

/** What one run over all items shares. */
interface Work {
  readonly longest: number
  readonly taken: TakenNames
  readonly fitted: typeof fittedName
}

/** Many files bear one title: it is cut once for each length, not once for each file. */
function remembered(): typeof fittedName {
  const known = new Map<string, string>()
  return (frame, part, limit) => {
    const key = `${limit.units}\n${frame.before}\n${frame.after}\n${part}`
    const name = known.get(key) ?? fittedName(frame, part, limit)
    known.set(key, name)
    return name
  }
}

function nameOf(
  task: Task,
  unit: Unit | undefined,
  item: Item,
  index: number,
  { longest, taken, fitted }: Work,
): PackageName {
  const written = (item.fields['title'] ?? '').slice(0, mostOfText).trim()
  const title =
    written === '' ? (suggestFields(item.relative, item.facts).title ?? stemOf(item.relative)) : written
  const own = extensionFor(item.facts.format) ?? extensionOf(item.relative)
  const extension = own === '' ? '' : `.${own}`
  const part = safeText(title)
  const template = task.packaging.fileName.template
  const full = nameFrame(template, tokensOf(unit, item, index), 'title')
  const frame = roomyFrame(full, template, tokensOf(unit, item, index), longest - leastOf(part.name))
  const within = (suffix: number) =>
    fitted(frame, part.name, { units: longest - suffix, bytes: mostBytes - suffix })
  const { stem, number } = taken.take(within, extension)
  const whole = fitted(full, part.name, { units: Infinity, bytes: Infinity })
  return {
    name: `${stem}${extension}`,
    title,
    unusable: !saysSomething(part.name),
    replaced: [...new Set([...frame.replaced, ...part.replaced])],
    shortened: number === 1 ? stem !== whole : !stem.startsWith(whole),
    numbered: number > 1,
  }
}

/** So much of a title stays in any name: pictures told apart by a number alone say nothing. */
const leastTitle = 16

const leastOf = (title: string): number => Math.min(title.length, leastTitle)

/** The frame, or one whose unit is cut where it would leave no room for the title: first the bracket gives way, then its end. */
function roomyFrame(full: NameFrame, template: string, tokens: Tokens, room: number): NameFrame {
  const excess = ({ before, after }: NameFrame) => before.length + after.length - room
  if (!full.open || excess(full) <= 0) return full
  const bare = nameFrame(template, { ...tokens, region: '' }, 'title')
  const unit = tokens['unit'] ?? ''
  if (excess(bare) <= 0 || unit === '') return bare
  const units = Math.max(1, unit.length - excess(bare))
  const cut = shortened(unit, { units, bytes: mostBytes })
  return nameFrame(template, { ...tokens, region: '', unit: cut }, 'title')
}

function tokensOf(unit: Unit | undefined, item: Item, index: number): Tokens {
  const region = unit?.region ?? ''
  const fields = Object.fromEntries(
    Object.entries(item.fields).map(([key, text]) => [key, text.slice(0, mostOfText)]),
  )
  return {
    ...fields,
    unit: unit?.name,
    region: unit !== undefined && region !== '' && !unit.name.startsWith(region) ? region : '',
    contact: unit?.contact,
    phone: unit?.phone,
    date: fields['takenAt'],
    author: fields['creator'] ?? fields['source'],
    seq: String(index + 1).padStart(2, '0'),
  }
}
