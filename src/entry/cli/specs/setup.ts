import type { Role } from '../../../commands/doctor/role-rights.ts'
import type { CommandSpec } from '../command-spec.ts'
import { initOptions } from '../typed-options.ts'
import { text } from './shared.ts'

/** Getting started: demo, init, doctor, keys. */
export const setupCommands: readonly CommandSpec[] = [
  {
    name: 'demo',
    description:
      'the whole story in a temporary directory: back up, change, increment, drill, prune, restore',
    options: [{ flags: '--keep', description: 'keep the directory to look around in' }],
    bare: true,
    load: async () => {
      const { demo } = await import('../../../commands/demo.ts')
      return (context, _, { keep }) => demo(context, keep === true)
    },
  },
  {
    name: 'init',
    description: 'write holdfast.yml, keys and a recovery sheet; with --runner workflows as well',
    options: [
      {
        flags: '--source <path>',
        description: 'directory to back up; with --from zrb its configuration',
        parse: 'list',
      },
      { flags: '--to <destination>', description: 'path that backups go to; with --runner a URL' },
      {
        flags: '--runner <labels>',
        description: 'back up in GitHub Actions, on a runner with these labels: self-hosted,db-1',
      },
      {
        flags: '--actions <owner/repo@ref>',
        description: 'with --runner: where the actions come from, such as acme/holdfast@v1',
      },
      { flags: '--out <dir>', description: 'where to write (default: here)' },
      {
        flags: '--from <predecessor>',
        description:
          'convert the configuration of another tool: its environment and .env, or the file of --source',
        choices: ['azure-directory', 'pgbak', 'postgres-tiers', 'zrb', 'mysql-xtrabackup'],
      },
    ],
    bare: true,
    load: async () => {
      const { init } = await import('../../../commands/init.ts')
      return (context, _, options) => init(context, initOptions(options))
    },
  },
  {
    name: 'doctor',
    arguments: '[jobs...]',
    description: 'check tools, rights, space, clocks and what each destination really can do',
    options: [
      {
        flags: '--role <role>',
        description: 'check the rights of one role',
        choices: ['backup', 'drill', 'cleanup'],
      },
    ],
    load: async () => {
      const { doctor } = await import('../../../commands/doctor.ts')
      return (context, args, { role }) => doctor(context, args, role as Role | undefined)
    },
  },
  {
    name: 'keygen',
    aliases: ['genkey'],
    description: 'make an age identity, a state identity and signing keys',
    options: [{ flags: '--out <dir>', description: 'where to write (default: here)' }],
    bare: true,
    load: async () => {
      const { keygen } = await import('../../../commands/keygen.ts')
      return (context, _, { out }) => keygen(context, text(out) ?? '.')
    },
  },
]
