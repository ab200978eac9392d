import type { Material } from './material.ts'

/** What is packed, and how it is to go out. */
export const dishes = ['one', 'split', 'big', 'disk', 'drafts', 'papers', 'list'] as const
export type Dish = (typeof dishes)[number]

/** Two photos fit into a part, with their documents. */
const split = ['--plan', 'split', '--cap', '9MB']
const plans: Readonly<Record<Exclude<Dish, 'list'>, readonly string[]>> = {
  one: ['--plan', 'one', '--no-pdf'],
  split: [...split, '--no-pdf'],
  big: ['--plan', 'big', '--no-pdf'],
  disk: ['--plan', 'disk', '--no-pdf'],
  drafts: [...split, '--eml', '--no-pdf'],
  papers: ['--plan', 'one'],
}

/** Where a program reads from and packs to. */
export type Table = Pick<Material, 'media' | 'tables' | 'unit' | 'sheet'> & { readonly target: string }

/** The words of `kepuri`. */
export function wordsOf(dish: Dish, { media, tables, unit, sheet, target }: Table): string[] {
  const shared = ['--unit', unit, '--out', target, '--json']
  return dish === 'list'
    ? ['pack', tables, '--task', 'activities', ...shared, '--no-pdf']
    : ['pack', media, '--task', 'media', '--sheet', sheet, ...shared, ...plans[dish]]
}

/** The folder that holds a dish's sources. */
export const sourcesOf = (dish: Dish, { media, tables }: Pick<Table, 'media' | 'tables'>): string =>
  dish === 'list' ? tables : media
