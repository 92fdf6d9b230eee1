import type { Flavor } from '../server/flavor.ts'

export interface CopyPlan {
  readonly flavor: Flavor
  readonly optionFile: string
  /** Nothing is written there as the copy is a stream, but the tools want one. */
  readonly targetDirectory: string
  /** Gets `xtrabackup_checkpoints` and `xtrabackup_info`. */
  readonly lsnDirectory: string
  /** Where its temporary files go; absent: where the server's go. */
  readonly temporary?: string
  readonly parallel?: number | undefined
  readonly throttle?: number | undefined
  /** Copies only pages that changed since. */
  readonly sinceLsn?: string
  /** The data directory as this machine sees it, where that is not as the server sees it: XtraBackup only. */
  readonly datadir?: string | undefined
}

/** The arguments of a hot copy as a stream. Pure. */
export function copyArgs(plan: CopyPlan): string[] {
  const { parallel, throttle, sinceLsn, datadir, temporary } = plan
  return [
    // Must be the first; a --defaults-file would hide the server's own my.cnf, which the tool needs.
    `--defaults-extra-file=${plan.optionFile}`,
    '--backup',
    '--stream=xbstream',
    `--target-dir=${plan.targetDirectory}`,
    `--extra-lsndir=${plan.lsnDirectory}`,
    ...(temporary === undefined ? [] : [`--tmpdir=${temporary}`]),
    ...(parallel === undefined ? [] : [`--parallel=${parallel}`]),
    ...(throttle === undefined ? [] : [`--throttle=${throttle}`]),
    ...(sinceLsn === undefined ? [] : [`--incremental-lsn=${sinceLsn}`]),
    ...(datadir === undefined ? [] : [`--datadir=${datadir}`]),
  ]
}

export interface PrepareStep {
  readonly base: string
  /** What is merged into it; absent: it is prepared by itself. */
  readonly increment?: string
  readonly isLast: boolean
  /** Bytes of memory. */
  readonly memory: number
}

/**
 * The arguments of one step of a prepare. XtraBackup must not roll back uncommitted work before the last step; MariaDB's
 * tool knows no such option, and takes increments all the same. Pure.
 */
export function prepareArgs(flavor: Flavor, { base, increment, isLast, memory }: PrepareStep): string[] {
  return [
    '--no-defaults',
    '--prepare',
    `--target-dir=${base}`,
    `--use-memory=${memory}`,
    ...(increment === undefined ? [] : [`--incremental-dir=${increment}`]),
    ...(flavor === 'mysql' && !isLast ? ['--apply-log-only'] : []),
  ]
}
