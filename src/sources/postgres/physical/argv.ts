/** What a base backup is asked for. */
export interface BaseBackupWish {
  /** `-` for standard output, else a directory that is empty. */
  readonly target: string
  /** The file that holds the manifest of the backup that this one builds on. */
  readonly incremental?: string
}

/**
 * The argv of pg_basebackup. The WAL comes along inside the archive, so that the backup stands on its own; a slot keeps
 * it at the server meanwhile. The password is libpq's business, never an argument.
 */
export function baseBackupArgs({ target, incremental }: BaseBackupWish): string[] {
  return [
    `--pgdata=${target}`,
    '--format=tar',
    '--wal-method=fetch',
    // A spread checkpoint would let every backup begin up to five minutes late.
    '--checkpoint=fast',
    '--no-password',
    '--label=holdfast',
    ...(target === '-' ? [] : ['--no-sync']),
    ...(incremental === undefined ? [] : [`--incremental=${incremental}`]),
  ]
}

export interface Combination {
  /** The extracted levels, 0 first. */
  readonly levels: readonly string[]
  readonly output: string
  /** Where each tablespace lies, by where it is to lie. */
  readonly tablespaces: ReadonlyMap<string, string>
  /** Whether the result is to outlive a power cut. */
  readonly sync: boolean
}

/** pg_combinebackup takes `=` for the separator of a mapping, and a backslash in front of one that is part of a name. */
function mapped(path: string): string {
  return path.replaceAll('=', '\\=')
}

/** The argv of pg_combinebackup. */
export function combineArgs({ levels, output, tablespaces, sync }: Combination): string[] {
  return [
    `--output=${output}`,
    ...[...tablespaces].map(([from, to]) => `--tablespace-mapping=${mapped(from)}=${mapped(to)}`),
    ...(sync ? [] : ['--no-sync']),
    ...levels,
  ]
}

/** The argv of pg_verifybackup: every file against the manifest, and that the WAL it needs can be read. */
export function verifyArgs(directory: string): string[] {
  return ['--exit-on-error', directory]
}
