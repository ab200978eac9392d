import { createHash } from 'node:crypto'
import { hostname } from 'node:os'

/** A short mark of this computer, for names: on a folder that computers share, another's process numbers say nothing. */
export const thisHost = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
