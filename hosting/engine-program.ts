import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program of the engine's process, to be forked: it lies beside this module, in the sources and in out/. */
export const engineProgram = fileURLToPath(
  new URL(`./engine-child${path.extname(import.meta.url)}`, import.meta.url),
)

/** What a host does for its engine. */
export interface HostAbilities {
  /** It prints pages (`EngineProcessOptions.printPdf`). */
  readonly prints: boolean
}
const prints = 'KEPURI_HOST_PRINTS'

/** The environment in which it works on a data folder. */
export function engineEnvironment(dataDir: string, abilities: HostAbilities): NodeJS.ProcessEnv {
  // What this process was told by a host of its own is not true of its engine.
  const { [prints]: _own, ...inherited } = process.env
  return { ...inherited, KEPURI_DATA_DIR: dataDir, ...(abilities.prints && { [prints]: '1' }) }
}

/** Whether this process was forked by a host that prints. */
export const hostPrints = (environment: NodeJS.ProcessEnv): boolean => environment[prints] === '1'
