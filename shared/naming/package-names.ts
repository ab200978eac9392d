import { requirementsOf } from '../notice/choose.ts'
import type { Task } from '../notice/task.ts'
import { extensionFor } from '../project/item-kind.ts'
import type { Item } from '../project/submission.ts'
import type { Unit } from '../project/unit.ts'
import { extensionOf, stemOf } from './file-path.ts'
import { fillTemplate, type Tokens } from './fill-template.ts'
import { safeName, saysSomething, shortened } from './safe-name.ts'
import { suggestFields } from './suggest.ts'

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
  const taken = new Set<string>()
  return new Map(items.map((item, index) => [item.id, nameOf(task, unit, item, index, longest, taken)]))
}

function nameOf(
  task: Task,
  unit: Unit | undefined,
  item: Item,
  index: number,
  longest: number,
  taken: Set<string>,
): PackageName {
  const written = (item.fields['title'] ?? '').trim()
  const title =
    written === '' ? (suggestFields(item.relative, item.facts).title ?? stemOf(item.relative)) : written
  const extension = extensionFor(item.facts.format) ?? extensionOf(item.relative)
  const whole = (part: string) =>
    stem(task.packaging.fileName.template, { ...tokensOf(unit, item, index), title: part })
  const full = safeName(whole(title))
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`
    const room = longest - suffix.length
    const fits = full.name.length <= room
    const short = fits ? full.name : shortenTitle(whole, title, room)
    const name = `${short}${suffix}${extension === '' ? '' : `.${extension}`}`
    const key = name.normalize('NFC').toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return {
      name,
      title,
      unusable: !saysSomething(title),
      replaced: full.replaced,
      shortened: !fits,
      numbered: number > 1,
    }
  }
}

/** The name with as much of the title as there is room for; where the unit alone fills it, the name is cut. */
function shortenTitle(whole: (title: string) => string, title: string, room: number): string {
  const frame = safeName(whole('')).name.length + 1
  const cut = safeName(whole(shortened(safeName(title).name, Math.max(room - frame, 1)))).name
  return cut.length <= room ? cut : shortened(cut, room)
}

function tokensOf(unit: Unit | undefined, item: Item, index: number): Tokens {
  const region = unit?.region ?? ''
  return {
    ...item.fields,
    unit: unit?.name,
    region: unit !== undefined && region !== '' && !unit.name.startsWith(region) ? region : '',
    contact: unit?.contact,
    phone: unit?.phone,
    date: item.fields['takenAt'],
    author: item.fields['creator'] ?? item.fields['source'],
    seq: String(index + 1).padStart(2, '0'),
  }
}

/** The template filled, without brackets and dashes that hold nothing. */
const stem = (template: string, tokens: Tokens): string =>
  fillTemplate(template, tokens)
    .replace(/（\s*）|\(\s*\)/gu, '')
    .replace(/^[-_—\s]+|[-_—\s]+$/gu, '')
