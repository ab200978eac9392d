/**
 * Rules of paths and names, pure and the same wherever they are asked: which system's paths are meant is an argument and never
 * the machine that asks. What a name may be (`name-problem`), when two names clash or two paths are one (`case-key`, `within`),
 * how a path is made of a root and names (`path-root`, `split-path`), how long it may be and how Windows is told a longer one
 * (`path-length`, `long-form`). Paths of a project's items are no matter of it: they have `/` everywhere (`naming/file-path`).
 */
export { clashKey, foldedCase } from './case-key.ts'
export { longForm, pathForProgram, plainPath, shortForm } from './long-form.ts'
export {
  forbiddenCharacter,
  isReservedName,
  isTidiedName,
  type NameProblem,
  nameProblem,
} from './name-problem.ts'
export { isOfficeLock, officeLocks } from './office-lock.ts'
export { lengthOf, longestFile, longestName, withinMaxPath } from './path-length.ts'
export { type PathRoot, rootOf } from './path-root.ts'
export { type PathSystem, pathSystem } from './path-system.ts'
export { folderNames, joinPath, lastName, namesOfAny, splitPath, withSlashes } from './split-path.ts'
export { isWithin, samePath } from './within.ts'
