import type { CommandSpec } from './command-spec.ts'
import { backupCommands } from './specs/backup.ts'
import { catalogueCommands } from './specs/catalogue.ts'
import { cleanupCommands } from './specs/cleanup.ts'
import { githubCommands } from './specs/github.ts'
import { keyCommands } from './specs/keys.ts'
import { restoreCommands } from './specs/restore.ts'
import { setupCommands } from './specs/setup.ts'
import { shellCommands } from './specs/shell.ts'
import { syncCommands } from './specs/sync.ts'

/** Every verb of the command line, in the order of the help. */
export const commandTable: readonly CommandSpec[] = [
  ...setupCommands,
  ...backupCommands,
  ...catalogueCommands,
  ...restoreCommands,
  ...syncCommands,
  ...cleanupCommands,
  ...keyCommands,
  ...githubCommands,
  ...shellCommands(() => commandTable),
]
