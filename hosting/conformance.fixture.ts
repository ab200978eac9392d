import path from 'node:path'
import { forkEngine } from './fork-engine.ts'

/** A real process that can really die, behind whatever host is tested. */
export const forkConformance = (...words: readonly string[]) =>
  forkEngine(path.join(import.meta.dirname, 'conformance-engine.fixture.ts'), words)
