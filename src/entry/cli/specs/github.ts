import type { CommandSpec } from '../command-spec.ts'
import { planOptions } from '../typed-options.ts'

/** For backups that run in GitHub Actions. */
export const githubCommands: readonly CommandSpec[] = [
  {
    name: 'plan',
    arguments: '[jobs...]',
    description: 'what would run, and where: by runner and environment',
    options: [
      {
        flags: '--for <system>',
        description: 'print the matrix and the number of its legs, for $GITHUB_OUTPUT',
        choices: ['github'],
      },
      { flags: '--due', description: 'only jobs that are due; reads the destinations' },
      { flags: '--part <n>', description: 'the n-th 256 legs, from 1', parse: 'number' },
    ],
    load: async () => {
      const { plan } = await import('../../../commands/plan.ts')
      return (context, args, options) => plan(context, args, planOptions(options))
    },
  },
]
