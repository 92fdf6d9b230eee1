import type { Role } from '../../commands/doctor.ts'
import { done } from '../../commands/outcome.ts'
import type { CommandSpec, OptionSpec } from './command-spec.ts'
import {
  backupOptions,
  cleanupOptions,
  initOptions,
  restoreOptions,
  verifyOptions as verifying,
} from './typed-options.ts'

const onBusy: OptionSpec = {
  flags: '--on-busy <what>',
  description: 'when another run holds the job',
  choices: ['wait', 'fail', 'skip'],
}
const dryRun: OptionSpec = { flags: '--dry-run', description: 'show what would happen, change nothing' }
const depth: OptionSpec = {
  flags: '--depth <depth>',
  description: 'how deep to look',
  choices: ['exists', 'checksum', 'contents', 'restore'],
}
const at: OptionSpec = {
  flags: '--at <time>',
  description: 'the newest backup not after this time',
  parse: 'instant',
}
const verifyOptions: readonly OptionSpec[] = [
  { flags: '--sample <n/m>', description: 'only the n-th of m parts of the objects', parse: 'sample' },
  { flags: '--scratch <dir>', description: 'where a drill restores to (default: the temporary directory)' },
  at,
  onBusy,
]

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Every verb of the command line, in the order of the help. */
export const commandTable: readonly CommandSpec[] = [
  {
    name: 'demo',
    description:
      'the whole story in a temporary directory: back up, change, increment, drill, prune, restore',
    options: [{ flags: '--keep', description: 'keep the directory to look around in' }],
    bare: true,
    load: async () => {
      const { demo } = await import('../../commands/demo.ts')
      return (context, _, { keep }) => demo(context, keep === true)
    },
  },
  {
    name: 'init',
    description: 'write holdfast.yml, keys and a recovery sheet',
    options: [
      { flags: '--source <path>', description: 'directory to back up', parse: 'list' },
      { flags: '--to <destination>', description: 'path that backups go to' },
      { flags: '--out <dir>', description: 'where to write (default: here)' },
    ],
    bare: true,
    load: async () => {
      const { init } = await import('../../commands/init.ts')
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
      const { doctor } = await import('../../commands/doctor.ts')
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
      const { keygen } = await import('../../commands/keygen.ts')
      return (context, _, { out }) => keygen(context, text(out) ?? '.')
    },
  },
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
        description: 'without a configuration',
        choices: ['zstd', 'gzip', 'none'],
      },
      dryRun,
      onBusy,
    ],
    load: async () => {
      const { backup } = await import('../../commands/backup.ts')
      return (context, args, options) => backup(context, args, backupOptions(options))
    },
  },
  {
    name: 'list',
    aliases: ['ls'],
    arguments: '[jobs...]',
    description: 'list backups',
    options: [],
    load: async () => (await import('../../commands/list.ts')).list,
  },
  {
    name: 'show',
    arguments: '<id>',
    description: 'one backup in full',
    options: [{ flags: '--files', description: 'list its files (needs the identity)' }],
    load: async () => {
      const { show } = await import('../../commands/show.ts')
      return (context, [id = '']) => show(context, id)
    },
  },
  {
    name: 'logs',
    arguments: '[jobs...]',
    description: 'runs, failed ones too',
    options: [{ flags: '--limit <n>', description: 'newest n (default 20)', parse: 'number' }],
    load: async () => (await import('../../commands/logs.ts')).logs,
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
    load: async () => (await import('../../commands/status.ts')).status,
  },
  {
    name: 'restore',
    arguments: '<what>',
    description: 'restore a job, or a backup by its id',
    options: [
      {
        flags: '--to <target>',
        description: 'a directory, a file, - for standard output, or a name under targets:',
      },
      at,
      { flags: '--include <glob>', description: 'only these paths', parse: 'list' },
      { flags: '--overwrite', description: 'replace what is there' },
      { flags: '--force', description: 'restore in spite of a missing or foreign signature' },
      dryRun,
    ],
    load: async () => {
      const { restore } = await import('../../commands/restore.ts')
      return (context, [what = ''], options) => restore(context, what, restoreOptions(options))
    },
  },
  {
    name: 'verify',
    arguments: '[what...]',
    description: 'check that backups are there, undamaged, and restore',
    options: [depth, ...verifyOptions],
    load: async () => {
      const { verify } = await import('../../commands/verify.ts')
      return (context, args, options) => verify(context, args, verifying(options))
    },
  },
  {
    name: 'drill',
    arguments: '[what...]',
    description: 'restore into a throwaway place, compare, and sign a proof',
    options: verifyOptions,
    load: async () => {
      const { drill } = await import('../../commands/verify.ts')
      return (context, args, options) => drill(context, args, verifying(options))
    },
  },
  {
    name: 'cleanup',
    aliases: ['prune'],
    arguments: '[jobs...]',
    description: 'delete what retention lets go, and garbage; every line with its reason',
    options: [
      dryRun,
      { flags: '--stats', description: 'sizes before and after' },
      {
        flags: '--exclusive',
        description: 'nobody else uses the store: needed where it has no conditional writes',
      },
      { flags: '--force', description: 'go on after a failed drill' },
      onBusy,
    ],
    load: async () => {
      const { cleanup } = await import('../../commands/cleanup.ts')
      return (context, args, options) => cleanup(context, args, cleanupOptions(options))
    },
  },
  {
    name: 'hold',
    arguments: '<what>',
    description: 'never prune a backup until it is released',
    options: [{ flags: '--reason <text>', description: 'why, for whoever finds it' }],
    load: async () => {
      const { hold } = await import('../../commands/hold.ts')
      return (context, [what = ''], { reason }) => hold(context, what, text(reason))
    },
  },
  {
    name: 'release',
    arguments: '<what>',
    description: 'let a held backup go',
    options: [],
    load: async () => {
      const { release } = await import('../../commands/hold.ts')
      return (context, [what = '']) => release(context, what)
    },
  },
  {
    name: 'schema',
    description: 'print the JSON Schema of holdfast.yml, for editors',
    options: [],
    bare: true,
    load: async () => {
      const { jsonSchema } = await import('../../config/config.ts')
      const { driverSchemas } = await import('../../composition/drivers.ts')
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
      const { completionScript } = await import('./completion.ts')
      return async (_, [shell = '']) => done([{ script: completionScript(shell, commandTable) }])
    },
  },
]
