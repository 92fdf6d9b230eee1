import type { CommandSpec } from '../command-spec.ts'
import { backupOptions, testOptions } from '../typed-options.ts'
import { dryRun, onBusy } from './shared.ts'

/** Backing up. */
export const backupCommands: readonly CommandSpec[] = [
  {
    name: 'backup',
    arguments: '[jobs...]',
    description: 'back up jobs, or directories where there is no configuration',
    sources: true,
    options: [
      { flags: '--due', description: 'only jobs that are due' },
      { flags: '--force', description: 'due or not' },
      {
        flags: '--level <n>',
        description: '0 is full; n holds what changed since the newest lower level',
        parse: 'number',
      },
      { flags: '--tag <tag>', description: 'a tag to keep with it', parse: 'list' },
      { flags: '--accept-size', description: 'accept a size that the guards would doubt' },
      {
        flags: '--recipient <age1…>',
        description: 'whom to encrypt to, without a configuration',
        parse: 'list',
      },
      { flags: '--no-encryption', description: 'store in the clear, without a configuration' },
      {
        flags: '--compression <type>',
        description: 'zstd, gzip or none, or with a level as in gzip:9; without a configuration',
      },
      { flags: '--parallel <n>', description: 'jobs at once (default 1)', parse: 'number' },
      dryRun,
      onBusy,
    ],
    load: async () => {
      const { backup } = await import('../../../commands/backup.ts')
      return (context, args, options) => backup(context, args, backupOptions(options))
    },
  },
  {
    name: 'test',
    arguments: '<jobs...>',
    description: 'back up, read back, restore into a throwaway place, and remove it all again',
    options: [onBusy],
    load: async () => {
      const { testJobs } = await import('../../../commands/test-job.ts')
      return (context, args, options) => testJobs(context, args, testOptions(options))
    },
  },
  {
    name: 'snapshot',
    arguments: '[jobs...]',
    description: 'take a snapshot of ZFS jobs, and nothing else',
    options: [],
    load: async () => {
      const { snapshot } = await import('../../../commands/snapshot.ts')
      return (context, args) => snapshot(context, args)
    },
  },
]
