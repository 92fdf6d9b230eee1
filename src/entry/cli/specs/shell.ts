import { done } from '../../../commands/outcome.ts'
import type { CommandSpec } from '../command-spec.ts'

/** For editors and shells. `all` gives every command, of which these are the last. */
export const shellCommands = (all: () => readonly CommandSpec[]): readonly CommandSpec[] => [
  {
    name: 'schema',
    description: 'print the JSON Schema of holdfast.yml, for editors',
    options: [],
    bare: true,
    load: async () => {
      const { jsonSchema } = await import('../../../config/config.ts')
      const { driverSchemas } = await import('../../../composition/drivers.ts')
      return async () => done([jsonSchema(driverSchemas)])
    },
  },
  {
    name: 'completion',
    arguments: '<shell>',
    description: 'print a completion script for bash, zsh or fish',
    options: [],
    bare: true,
    load: async () => {
      const { completionScript } = await import('../completion.ts')
      return async (_, [shell = '']) => done([{ script: completionScript(shell, all()) }])
    },
  },
]
