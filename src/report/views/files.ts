import { renderTable } from '../table.ts'
import { tableIn, type View } from './view.ts'

/** A file that a command wrote, and what it is for. */
export interface WrittenFile {
  readonly file: string
  readonly what: string
  /** What has to be told GitHub for it. */
  readonly commands?: readonly string[]
}

/** After `init` for this host. */
const nextHere = [
  'What next?',
  '  holdfast doctor    checks that everything is there',
  '  holdfast backup    makes the first backup',
  '  holdfast drill     proves that it comes back',
]

/** After `init` for a runner. */
function nextOnRunner(commands: readonly string[]): string[] {
  return [
    'What next? Tell GitHub what the steps read; what has no file is asked for:',
    ...[...new Set(commands)].map((command) => `  ${command}`),
    '',
    'Give each environment only the rights of its role at the store: docs/roles.md has the policies.',
    'Then commit, push, run the workflow "Backup doctor" by hand, and after it "Backup".',
  ]
}

/** What `init` wrote and what to do next. */
export function renderInit(files: readonly WrittenFile[], view: View): string {
  const rows = files.map(({ file, what }) => [
    { text: '✓', paint: view.style.green },
    file,
    { text: what, paint: view.style.dim },
  ])
  const columns = [{ title: '' }, { title: 'written' }, { title: 'what it is', shrinkTo: 20 }]
  const commands = files.flatMap((file) => file.commands ?? [])
  const next = commands.length === 0 ? nextHere : nextOnRunner(commands)
  return [renderTable(columns, rows, tableIn(view)), '', ...next].join('\n')
}

/** The public halves of new keys, and where the private ones lie. */
export function renderKeys(
  keys: readonly {
    readonly directory: string
    readonly recipient: string
    readonly stateRecipient: string
    readonly backupSigning: string
    readonly drillSigning: string
  }[],
  view: View,
): string {
  const rows = keys.flatMap((key) => [
    ['identity.txt', 'opens every backup', key.recipient],
    ['state-identity.txt', 'opens only state/', key.stateRecipient],
    ['backup-signing.key', 'signs backups', key.backupSigning],
    ['drill-signing.key', 'signs proofs', key.drillSigning],
  ])
  const columns = [{ title: 'private, 0600' }, { title: 'what for' }, { title: 'public half' }]
  const where = keys.map(({ directory }) => `in ${directory}`).join(', ')
  const { width: _cut, ...uncut } = tableIn(view)
  return [
    renderTable(columns, rows, uncut),
    '',
    `${where}: keep identity.txt somewhere else too, nothing opens without it`,
    'Backups that are there already open with it only after `holdfast rekey`; recovery sheets name the old key until you write new ones.',
  ].join('\n')
}

/** Backups that were put under a hold, or let go. */
export function renderHolds(
  holds: readonly {
    readonly id: string
    readonly destination: string
    readonly held: boolean
    readonly changed: boolean
  }[],
  { style }: View,
): string {
  return holds
    .map(({ id, destination, held, changed }) => {
      const what = held
        ? changed
          ? 'held: cleanup never takes it'
          : 'was held already'
        : 'released: retention decides again'
      return `${style.green('✓')} ${id} ${style.dim('at')} ${destination}: ${what}`
    })
    .join('\n')
}

/** Runs and drills, newest first. */
export function renderLogs(
  logs: readonly {
    readonly job: string
    readonly id: string
    readonly command: string
    readonly status: string
    readonly startedAt: string
    readonly destination: string
    readonly error?: { readonly code: string; readonly message: string }
  }[],
  view: View,
): string {
  if (logs.length === 0) return view.style.dim('no runs yet')
  const rows = logs.map(({ job, id, command, status, startedAt, error }) => [
    startedAt.slice(0, 19).replace('T', ' '),
    job,
    command,
    { text: status, paint: status === 'success' ? view.style.green : view.style.red },
    id,
    { text: error ? `${error.code}: ${error.message}` : '', paint: view.style.dim },
  ])
  const columns = [
    { title: 'when (UTC)' },
    { title: 'job', shrinkTo: 8 },
    { title: 'what' },
    { title: 'status' },
    { title: 'id', drop: 1 },
    { title: 'error', shrinkTo: 16 },
  ]
  return renderTable(columns, rows, tableIn(view))
}
