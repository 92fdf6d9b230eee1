import type { CommandSpec, OptionSpec } from '../command-spec.ts'
import { restoreOptions, verifyOptions as verifying } from '../typed-options.ts'
import { at, dryRun } from './shared.ts'

const depth: OptionSpec = {
  flags: '--depth <depth>',
  description: 'how deep to look',
  choices: ['exists', 'checksum', 'contents', 'restore'],
}
const verifyOptions: readonly OptionSpec[] = [
  { flags: '--due', description: 'only what verify.every of its job says, while verify.budget lasts' },
  {
    flags: '--sample <n/m>',
    description: 'only the n-th of m parts of the objects; today/m: one part a day',
    parse: 'sample',
  },
  { flags: '--scratch <dir>', description: 'where a drill restores to (default: the temporary directory)' },
  at,
]

/** Getting it back, and proving that it comes back. */
export const restoreCommands: readonly CommandSpec[] = [
  {
    name: 'restore',
    arguments: '<what>',
    places: true,
    description: 'restore a job, a backup by its id, or what is at s3://bucket/prefix',
    options: [
      {
        flags: '--to <target>',
        description:
          'a directory, a file, -, env:NAME with a database URL, a dataset, datadir:PATH, container:NAME, or a name under targets:',
      },
      at,
      { flags: '--include <glob>', description: 'only these paths', parse: 'list' },
      { flags: '--table <name>', description: 'only these tables of a database', parse: 'list' },
      { flags: '--overwrite', description: 'replace what is there' },
      { flags: '--force', description: 'restore in spite of a missing or foreign signature' },
      { flags: '--salvage', description: 'bring back what is undamaged, and name the rest' },
      { flags: '--thaw', description: 'ask the store to bring back what lies in an archive' },
      dryRun,
    ],
    load: async () => {
      const { restore } = await import('../../../commands/restore.ts')
      return (context, [what], options) => restore(context, what, restoreOptions(options))
    },
  },
  {
    name: 'verify',
    arguments: '[what...]',
    description: 'check that backups are there, undamaged, and restore',
    options: [depth, ...verifyOptions],
    load: async () => {
      const { verify } = await import('../../../commands/verify.ts')
      return (context, args, options) => verify(context, args, verifying(options))
    },
  },
  {
    name: 'drill',
    arguments: '[what...]',
    description: 'restore into a throwaway place, compare, and sign a proof',
    options: verifyOptions,
    load: async () => {
      const { drill } = await import('../../../commands/verify.ts')
      return (context, args, options) => drill(context, args, verifying(options))
    },
  },
]
