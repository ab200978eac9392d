import { safeName } from '../naming/safe-name.ts'
import type { PackagePlan } from './plan.ts'

/**
 * The first name of a plan that not every Windows, or no unzip program that only knows GBK, could write. Names are safe by
 * the way they are made, so one that is not is a bug of ours.
 */
export function unsafePlanned({
  folderName,
  parts,
}: Pick<PackagePlan, 'folderName' | 'parts'>): string | undefined {
  const names = [folderName, ...parts.map(({ fileName }) => fileName)]
  const unsafe = names.find((name) => !isSafe(name))
  if (unsafe !== undefined) return unsafe
  for (const { items } of parts) for (const { path } of items) if (!path.split('/').every(isSafe)) return path
  return undefined
}

const isSafe = (name: string): boolean => name !== '' && safeName(name).name === name
