import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * A short mark of this computer, for names: on a folder that computers share, another's process numbers say nothing. Where
 * the system tells more than a name, which several computers may bear, that counts too: on Linux the machine's id and the
 * space of process numbers (a container has its own). Elsewhere only the name counts, and it is shared where computers were
 * cloned: where others can reach, nothing is judged by this mark alone.
 */
export const thisHost = createHash('sha256')
  .update(
    [
      hostname(),
      told(() => readFileSync('/etc/machine-id', 'utf8').trim()),
      told(() => readlinkSync('/proc/self/ns/pid')),
    ].join('\n'),
  )
  .digest('hex')
  .slice(0, 8)

function told(ask: () => string): string {
  if (process.platform !== 'linux') return ''
  try {
    return ask()
  } catch {
    return ''
  }
}
