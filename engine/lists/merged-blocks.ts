import { columnNumber } from './sheet-rows.ts'
import { insideTag } from './xml-elements.ts'
import { attribute } from './xml-text.ts'

/** A block of merged cells: rows and columns from 1, both ends included. */
export interface MergedCells {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const mergeTags = new RegExp(`<mergeCell(?=\\s)${insideTag}>`, 'g')

export function mergedBlocks(xml: string): MergedCells[] {
  return [...xml.matchAll(mergeTags)].flatMap(([tag]): MergedCells[] => {
    const [, left, top, right, bottom] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, 'ref') ?? '') ?? []
    if (left === undefined || right === undefined) return []
    return [
      { top: Number(top), bottom: Number(bottom), left: columnNumber(left), right: columnNumber(right) },
    ]
  })
}
