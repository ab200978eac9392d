import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** The fuses of a shipped program (electron-builder.yml sets them). */
export const wantedFuses = [
  { fuse: FuseV1Options.RunAsNode, name: 'RunAsNode', on: false },
  { fuse: FuseV1Options.EnableCookieEncryption, name: 'EnableCookieEncryption', on: true },
  {
    fuse: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    name: 'EnableNodeOptionsEnvironmentVariable',
    on: false,
  },
  { fuse: FuseV1Options.EnableNodeCliInspectArguments, name: 'EnableNodeCliInspectArguments', on: false },
  {
    fuse: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    name: 'EnableEmbeddedAsarIntegrityValidation',
    on: true,
  },
  { fuse: FuseV1Options.OnlyLoadAppFromAsar, name: 'OnlyLoadAppFromAsar', on: true },
  {
    fuse: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    name: 'LoadBrowserProcessSpecificV8Snapshot',
    on: false,
  },
  {
    fuse: FuseV1Options.GrantFileProtocolExtraPrivileges,
    name: 'GrantFileProtocolExtraPrivileges',
    on: false,
  },
] as const

/** What is wrong with the fuses of a program, one line each; none when all are as wanted. */
export async function fuseProblems(program: string): Promise<readonly string[]> {
  try {
    const wire = await getCurrentFuseWire(program)
    return wantedFuses
      .filter(({ fuse, on }) => Number(wire[fuse]) !== (on ? enabled : disabled))
      .map(({ name, on }) => `fuse ${name} is not ${on ? 'on' : 'off'}`)
  } catch (error) {
    return [`fuses cannot be read: ${String(error)}`]
  }
}
const enabled = 0x31
const disabled = 0x30
