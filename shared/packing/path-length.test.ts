import { describe, expect, it } from 'vitest'
import { longestFile } from '../paths/paths.ts'
import { longWhenUnpacked, longWhereWritten, receiversFolder } from './path-length.ts'
import type { PackagePlan, PlannedPart } from './plan.ts'

const part = (path: string, given: Partial<PlannedPart> = {}): PlannedPart => ({
  index: 1,
  of: 1,
  fileName: '素材.zip',
  way: 'attachment',
  items: [{ item: 'a', path, name: path, number: 1, kind: 'image', bytes: 1 }],
  ...given,
})
const plan = (...parts: PlannedPart[]): Pick<PackagePlan, 'folderName' | 'parts'> => ({
  folderName: '素材包',
  parts,
})
/** What is left for a path in an archive that unpacks into a folder of its name. */
const room = longestFile - `${receiversFolder}\\素材\\`.length

describe('a path that is unpacked in a deep folder', () => {
  it('may be as long as Windows programs open', () => {
    expect(longWhenUnpacked(plan(part('x'.repeat(room))))).toBeUndefined()
  })
  it('is told of with its length when it is longer by one', () => {
    const path = `图片/${'x'.repeat(room - 2)}`
    expect(longWhenUnpacked(plan(part('a.jpg'), part(path)))).toEqual({
      code: 'long-path',
      where: 'unpacked',
      path,
      length: 260,
      limit: 259,
    })
  })
  it('counts the folder of the package where that is carried on a disk', () => {
    const path = 'x'.repeat(room)
    const disk = part(path, { way: 'disk', fileName: '素材' })
    expect(longWhenUnpacked(plan(disk))).toMatchObject({ length: longestFile + '素材包\\'.length })
  })
  it('is nothing for names of the length that we give', () => {
    const longest = part(`图片/${'字'.repeat(64)}.jpg`, { fileName: `${'字'.repeat(60)}.zip` })
    expect(longWhenUnpacked(plan(longest))).toBeUndefined()
  })
})

describe('a path that is attached from where it is written', () => {
  it('may have 259 characters and no more', () => {
    const longest = 'x'.repeat(259)
    expect(longWhereWritten(['a', longest])).toBeUndefined()
    expect(longWhereWritten(['a', `${longest}y`, 'b'])).toMatchObject({
      where: 'here',
      path: `${longest}y`,
      length: 260,
    })
    expect(longWhereWritten([])).toBeUndefined()
  })
})
