import { pathSystem, withSlashes } from '../shared/paths/paths.ts'
import { namesText } from '../shared/wording/measures.ts'
import { UsageError } from './command.ts'

/**
 * The files that `--leave` leaves out knowingly, by their names below what was handed in. They may be written as in the
 * report, as a path from here, or by their last part where only one file has it.
 *
 * @throws UsageError for a word that means no file, or several
 */
export function leftFiles(words: readonly string[], names: readonly string[]): ReadonlySet<string> {
  return new Set(
    words.map((word) => {
      const [only, ...others] = meant(withSlashes(word, pathSystem(process.platform)), names)
      if (only === undefined)
        throw new UsageError(
          names.length > 0
            ? `选项 --leave 里的“${word}”不在这些文件里；有${namesText(names, 20)}。`
            : `选项 --leave 里的“${word}”不在这些文件里。`,
        )
      if (others.length > 0)
        throw new UsageError(
          `选项 --leave 里的“${word}”不止一个，请写全：${namesText([only, ...others], 20)}。`,
        )
      return only
    }),
  )
}

function meant(word: string, names: readonly string[]): readonly string[] {
  if (names.includes(word)) return [word]
  // Names lie below the folder that was handed in; of several that a path ends in the longest says most.
  const ends = names.filter((name) => word.endsWith(`/${name}`)).toSorted((a, b) => b.length - a.length)
  return ends.length > 0 ? ends.slice(0, 1) : names.filter((name) => name.endsWith(`/${word}`))
}
