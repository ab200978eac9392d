import type { Command } from './command.ts'
import { activitiesCommand } from './commands/activities.ts'
import { checkCommand } from './commands/check.ts'
import { diagnosticsCommand } from './commands/diagnostics.ts'
import { formCommand } from './commands/form.ts'
import { noticesCommand } from './commands/notices.ts'
import { packCommand } from './commands/pack.ts'
import { serveCommand } from './commands/serve.ts'
import { verifyCommand } from './commands/verify.ts'

/** Every command, in the order of help: the clerk's way through them. */
export const commands: readonly Command[] = [
  checkCommand,
  formCommand,
  packCommand,
  activitiesCommand,
  verifyCommand,
  noticesCommand,
  serveCommand,
  diagnosticsCommand,
]
