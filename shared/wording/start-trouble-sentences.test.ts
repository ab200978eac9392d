import { describe, expect, test } from 'vitest'
import { isFatal, StartTrouble } from '../start-trouble.ts'
import { startTroubleSentences } from './start-trouble-sentences.ts'

const folder = 'C:\\Users\\李娜\\AppData\\Local\\kepuri-packager'
const troubles: readonly StartTrouble[] = [
  { code: 'data-unwritable', folder, reason: 'EPERM', place: 'own' },
  { code: 'data-unwritable', folder, reason: 'EROFS', place: 'network' },
  { code: 'data-unwritable', folder, reason: 'EACCES', place: 'synced' },
  { code: 'data-of-another', folder },
  { code: 'disk-full', folder, free: 12 * 1024 * 1024 },
  { code: 'installation-damaged', part: 'resources', path: folder },
  { code: 'installation-damaged', part: 'window', path: folder },
  { code: 'installation-damaged', part: 'programs', path: folder },
  { code: 'installation-damaged', part: 'pictures', path: 'sharp', detail: 'Error: DLL' },
  { code: 'ffprobe-missing' },
  { code: 'ffprobe-failing', path: folder, reason: 'EPERM' },
  { code: 'system-too-old', release: '6.1.7601' },
  { code: 'inside-archive', folder },
  { code: 'engine-failing' },
]

describe('what is wrong when the program starts', () => {
  test('is known in all its kinds', () => {
    const known = StartTrouble.options.map(({ shape }) => shape.code.value)
    expect(new Set(troubles.map(({ code }) => code))).toEqual(new Set(known))
    for (const trouble of troubles) expect(StartTrouble.parse(trouble)).toEqual(trouble)
  })
  test.each(troubles.map((one) => [one.code, one] as const))(
    '%s is said in whole sentences: what was found and what to do',
    (_, trouble) => {
      const { title, found, advice } = startTroubleSentences(trouble)
      expect(title).toMatch(/^[^。]{4,20}$/)
      expect(found).toMatch(/。$/)
      expect(advice.length).toBeGreaterThan(0)
      for (const one of advice) expect(one).toMatch(/^.{8,120}。$/)
      expect([title, found, ...advice].join('')).not.toMatch(
        /undefined|EPERM|EROFS|EACCES|asar|sharp\.node|Error/,
      )
    },
  )
  test('is fatal only where there is nothing to open', () =>
    expect(troubles.filter(isFatal).map((one) => ('part' in one ? one.part : one.code))).toEqual([
      'resources',
      'window',
      'system-too-old',
    ]))
  test('names what antivirus programs call it', () =>
    expect(startTroubleSentences({ code: 'ffprobe-missing' }).advice.join('')).toMatch(
      /360.*Windows 安全中心/,
    ))
})
