import type { CommandSpec } from '../command-spec.ts'
import { planOptions, workflowsOptions } from '../typed-options.ts'

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
  {
    name: 'workflows',
    description: 'write or check .github/workflows/ for this configuration',
    options: [
      { flags: '--write', description: 'write them; those that nobody needs any more go' },
      { flags: '--check', description: 'compare them; exits 1 when they differ' },
      {
        flags: '--actions <owner/repo@ref>',
        description: 'where the actions come from, such as acme/holdfast@v1; kept in the workflows',
      },
      {
        flags: '--runner <labels>',
        description: 'for jobs that name no runner: self-hosted,db-1; kept as well',
      },
      {
        flags: '--cleanup-runner <labels>',
        description: 'where cleanup runs (default: ubuntu-latest); kept',
      },
      { flags: '--drill-runner <labels>', description: 'where drills run (default: ubuntu-latest); kept' },
    ],
    load: async () => {
      const { workflows } = await import('../../../commands/workflows.ts')
      return (context, _, options) => {
        const { mode, given } = workflowsOptions(options)
        return workflows(context, mode, given)
      }
    },
  },
]
