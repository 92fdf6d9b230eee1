import type { BackupOptions } from '../../commands/backup/options.ts'
import type { CleanupOptions } from '../../commands/cleanup/options.ts'
import type { InitOptions } from '../../commands/init.ts'
import type { PlanOptions } from '../../commands/plan.ts'
import type { ProofOptions } from '../../commands/proof.ts'
import type { RekeyCommandOptions } from '../../commands/rekey.ts'
import type { ReportOptions } from '../../commands/report.ts'
import type { OnBusy } from '../../commands/repository/lease.ts'
import type { RestoreCommandOptions } from '../../commands/restore/options.ts'
import type { SyncOptions } from '../../commands/sync/options.ts'
import type { VerifyOptions } from '../../commands/verify/options.ts'
import { type GivenSettings, labelsOf } from '../../commands/workflows/settings.ts'
import type { WorkflowsMode } from '../../commands/workflows.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { Options } from './options.ts'

/** Only the options that were given, so that absent stays absent. */
function given<T extends object>(options: Options, ...names: (keyof T & string)[]): T {
  return Object.fromEntries(
    names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  ) as T
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : []
}

function onBusy(options: Options): OnBusy {
  return (options.onBusy as OnBusy | undefined) ?? 'fail'
}

export function backupOptions(options: Options): BackupOptions {
  return {
    due: options.due === true,
    force: options.force === true,
    ...given<{ level?: number; parallel?: number }>(options, 'level', 'parallel'),
    tags: list(options.tag),
    acceptSize: options.acceptSize === true,
    dryRun: options.dryRun === true,
    onBusy: onBusy(options),
  }
}

export function cleanupOptions(options: Options): CleanupOptions {
  return {
    dryRun: options.dryRun === true,
    exclusive: options.exclusive === true,
    force: options.force === true,
    stats: options.stats === true,
    onBusy: onBusy(options),
  }
}

export function syncOptions(options: Options): SyncOptions {
  return {
    ...given<{ from?: string }>(options, 'from'),
    depth: options.depth === 'checksum' ? 'checksum' : 'exists',
    dryRun: options.dryRun === true,
    onBusy: onBusy(options),
  }
}

export function rekeyOptions(options: Options): RekeyCommandOptions {
  return { dropOld: options.dropOld === true, onBusy: onBusy(options) }
}

export function testOptions(options: Options): { readonly onBusy: OnBusy } {
  return { onBusy: onBusy(options) }
}

export function shredOptions(options: Options): { readonly onBusy: OnBusy } {
  return { onBusy: onBusy(options) }
}

export function proofOptions(options: Options): ProofOptions {
  return given<ProofOptions>(options, 'export')
}

export function reportOptions(options: Options): ReportOptions {
  return given<ReportOptions>(options, 'html')
}

export function restoreOptions(options: Options): RestoreCommandOptions {
  return {
    ...given<{ to?: string; at?: Date }>(options, 'to', 'at'),
    include: list(options.include),
    tables: list(options.table),
    overwrite: options.overwrite === true,
    force: options.force === true,
    thaw: options.thaw === true,
    salvage: options.salvage === true,
    dryRun: options.dryRun === true,
  }
}

export function verifyOptions(options: Options): VerifyOptions {
  return given<VerifyOptions>(options, 'depth', 'sample', 'scratch', 'at', 'due')
}

export function initOptions(options: Options): InitOptions {
  const { runner } = options
  return {
    sources: list(options.source),
    ...given<Pick<InitOptions, 'to' | 'out' | 'actions' | 'from' | 'envFile'>>(
      options,
      'to',
      'out',
      'actions',
      'from',
      'envFile',
    ),
    ...(typeof runner === 'string' && { runner: labelsOf(runner, '--runner') }),
  }
}

export function planOptions(options: Options): PlanOptions {
  return {
    forGithub: options.for === 'github',
    due: options.due === true,
    ...given<{ part?: number }>(options, 'part'),
  }
}

/** Errors: `usage` where it is not said what to do, or both. */
export function workflowsOptions(options: Options): { mode: WorkflowsMode; given: GivenSettings } {
  const { write, check, actions } = options
  if ((write === true) === (check === true)) {
    throw new HoldfastError('usage', 'workflows needs one of --write and --check', {
      hint: 'Say --write to write them, --check to compare them.',
    })
  }
  const labels = (name: string, option: string) =>
    typeof options[name] === 'string' ? { [name]: labelsOf(options[name], option) } : {}
  return {
    mode: write === true ? 'write' : 'check',
    given: {
      ...(typeof actions === 'string' && { actions }),
      ...labels('runner', '--runner'),
      ...labels('cleanupRunner', '--cleanup-runner'),
      ...labels('drillRunner', '--drill-runner'),
    },
  }
}
