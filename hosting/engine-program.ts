import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program of the engine's process, to be forked: it lies beside this module, in the sources and in out/. */
export const engineProgram = fileURLToPath(
  new URL(`./engine-child${path.extname(import.meta.url)}`, import.meta.url),
)

/** The environment in which it works on a data folder. */
export const engineEnvironment = (dataDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  KEPURI_DATA_DIR: dataDir,
})
