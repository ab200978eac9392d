import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { type EngineProcess, startEngineProcess } from '../../hosting/engine-process.ts'
import { engineEnvironment, engineProgram } from '../../hosting/engine-program.ts'
import type { FileLog } from '../../hosting/file-log.ts'
import { writeDiagnostics } from '../../hosting/diagnostics/write-diagnostics.ts'
import { forkEngine } from '../../hosting/fork-engine.ts'
import { findInstallation } from '../../hosting/installation.ts'
import type { Contract } from '../../shared/contract.ts'
import { contract } from '../../shared/contract.ts'
import type { StartTrouble } from '../../shared/start-trouble.ts'
import type { Desktop } from './desktop.ts'
import { hostRoutes } from './host-routes.ts'
import { pageRoutes } from './pages.ts'
import { sweep } from './sweep.ts'
import { createUploads } from './uploads.ts'
import { startWebHost } from './web-host.ts'

export interface AppOptions {
  readonly dataDir: string
  /** Where packages are written; made when first needed. */
  readonly out: string
  /** 0 takes any free port. */
  readonly port: number
  /** Where the build of the window lies. */
  readonly windowDir: string
  readonly desktop: Desktop
  readonly log: FileLog
  readonly now: () => Date
  /** Told of what the engine's programs lack. */
  readonly onTroubles?: (troubles: readonly StartTrouble[]) => void
}

export interface App {
  readonly port: number
  /** With the token: whoever has it may use the app. */
  readonly address: string
  readonly engine: EngineProcess<Contract>
  close(): Promise<void>
}

/**
 * The whole app for a browser on this machine: the engine in a process of its own, and the web host before it.
 * Rejects with the system's error where the port is not to be had.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { dataDir, out, port, windowDir, desktop, log, now, onTroubles } = options
  // Before anything arrives, for it removes what did not come to its end.
  await sweep(dataDir, now().getTime()).catch(log.report)
  const pages = await pageRoutes(windowDir)
  const engine = startEngineProcess(contract, {
    // No PDF: the browser prints the paper through its own dialog, and can save it as one.
    fork: () => forkEngine(engineProgram, [], engineEnvironment(dataDir, { prints: false })),
    newId: randomUUID,
    onDeath: (how) => log.log({ level: 'error', event: 'engine-died', data: how }),
    ...(onTroubles && { onTroubles }),
  })
  const host = hostRoutes({
    uploads: createUploads({ folder: path.join(dataDir, 'uploads') }),
    downloads: path.join(dataDir, 'downloads'),
    out,
    claim: engine.claim,
    locate: engine.locate,
    desktop,
    diagnose: (file) =>
      writeDiagnostics(file, { installation: findInstallation(import.meta.url), dataDir, now: now() }),
    now,
  })
  try {
    const web = await startWebHost({
      contract,
      engine: engine.engine,
      routes: [...host, ...pages],
      port,
      token: randomBytes(24).toString('base64url'),
      report: log.report,
      onRefused: (verdict) => log.log({ level: 'warn', event: 'request-refused', data: verdict }),
    })
    return {
      port: web.port,
      address: web.address,
      engine,
      async close() {
        await web.close()
        await engine.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}
