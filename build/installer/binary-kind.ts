/** What a program file is made for; undefined for anything that is no program. */
export type BinaryKind =
  | 'pe-x64'
  | 'pe-x86'
  | 'pe-arm64'
  | 'elf-x64'
  | 'elf-arm64'
  | 'mach-o'
  | 'other-binary'

/** How much of a file has to be read. */
export const binaryHeadBytes = 4096

const peMachines: Readonly<Record<number, BinaryKind>> = {
  0x8664: 'pe-x64',
  0x14c: 'pe-x86',
  0xaa64: 'pe-arm64',
}
const elfMachines: Readonly<Record<number, BinaryKind>> = { 0x3e: 'elf-x64', 0xb7: 'elf-arm64' }
const machOMarks = [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe]

/** Told by a file's first bytes (PE/COFF and ELF specifications), never by its name. */
export function binaryKind(head: Buffer): BinaryKind | undefined {
  if (head.length < 20) return undefined
  const mark = head.readUInt32BE(0)
  if (mark === 0x7f454c46) return elfMachines[head.readUInt16LE(18)] ?? 'other-binary'
  if (machOMarks.includes(mark)) return 'mach-o'
  if (head.toString('latin1', 0, 2) !== 'MZ') return undefined
  const at = head.length >= 0x40 ? head.readUInt32LE(0x3c) : head.length
  if (at + 6 > head.length || head.toString('latin1', at, at + 4) !== 'PE\0\0') return 'other-binary'
  return peMachines[head.readUInt16LE(at + 4)] ?? 'other-binary'
}
