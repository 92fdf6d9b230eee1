import type { CommandSpec } from '../command-spec.ts'
import { proofOptions, reportOptions } from '../typed-options.ts'
import { text } from './shared.ts'

/** Looking at what is there. */
export const catalogueCommands: readonly CommandSpec[] = [
  {
    name: 'list',
    aliases: ['ls'],
    arguments: '[jobs...]',
    description: 'list backups',
    options: [],
    load: async () => (await import('../../../commands/list.ts')).list,
  },
  {
    name: 'show',
    arguments: '<id>',
    description: 'one backup in full',
    options: [],
    load: async () => {
      const { show } = await import('../../../commands/show.ts')
      return (context, [id = '']) => show(context, id)
    },
  },
  {
    name: 'logs',
    arguments: '[jobs...]',
    description: 'runs, failed ones too',
    options: [{ flags: '--limit <n>', description: 'newest n (default 20)', parse: 'number' }],
    load: async () => (await import('../../../commands/logs.ts')).logs,
  },
  {
    name: 'status',
    arguments: '[jobs...]',
    description: 'is every job fresh and proven? exits 4 when not',
    options: [
      {
        flags: '--max-age <duration>',
        description: 'older is stale, for jobs without every:',
        parse: 'duration',
      },
    ],
    load: async () => (await import('../../../commands/status.ts')).status,
  },
  {
    name: 'proof',
    arguments: '[what...]',
    description: 'proofs of restores, signatures checked: of jobs, ids, or files copied from proofs/',
    options: [
      {
        flags: '--export <as>',
        description: 'a document for an auditor, or the stored envelopes',
        choices: ['iso27001', 'soc2', 'json'],
      },
    ],
    load: async () => {
      const { proof } = await import('../../../commands/proof.ts')
      return (context, what, options) => proof(context, what, proofOptions(options))
    },
  },
  {
    name: 'report',
    arguments: '[jobs...]',
    description: 'status with sizes and the newest backups; exits as status does',
    options: [
      {
        flags: '--html <directory>',
        description: 'write static pages there: an index, and one for each job',
      },
      { flags: '--markdown', description: 'as a job summary of GitHub shows it' },
    ],
    load: async () => {
      const { report } = await import('../../../commands/report.ts')
      return (context, jobs, options) => report(context, jobs, reportOptions(options))
    },
  },
  {
    name: 'hold',
    arguments: '<what>',
    description: 'never prune a backup until it is released',
    options: [{ flags: '--reason <text>', description: 'why, for whoever finds it' }],
    load: async () => {
      const { hold } = await import('../../../commands/hold.ts')
      return (context, [what = ''], { reason }) => hold(context, what, text(reason))
    },
  },
  {
    name: 'release',
    arguments: '<what>',
    description: 'let a held backup go',
    options: [],
    load: async () => {
      const { release } = await import('../../../commands/hold.ts')
      return (context, [what = '']) => release(context, what)
    },
  },
]
