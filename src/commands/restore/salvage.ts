import type { Finding } from '../../domain/finding.ts'
import type { RestoreTarget } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { plural } from '../../report/bytes.ts'
import type { RestoreResultRecord } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import type { Outcome } from '../outcome.ts'
import type { FoundBackup } from '../repository/find.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'
import { listLosses } from './lost-list.ts'
import type { RestoreCommandOptions } from './options.ts'
import { openSalvageChain } from './salvage-chain.ts'
import { thawChain } from './thaw.ts'

/** Refuses what a salvage cannot do: it may leave holes, so it neither replaces anything nor feeds a pipe. */
export function checkSalvage(target: RestoreTarget, overwrite: boolean): void {
  if (overwrite) {
    throw new HoldfastError('usage', '--salvage does not replace what is there', {
      hint: 'Leave out --overwrite and name a new directory: what comes back may be less than what stands there.',
    })
  }
  if (target.type === 'stdout') {
    throw new HoldfastError('usage', '--salvage needs a directory or a file', {
      hint: 'A reader of standard output could not see what is missing: name a place with --to.',
    })
  }
}

/** The error of sources that have no salvage. */
export function notSalvageable(
  type: string,
  about: { readonly job: string; readonly id: string },
): HoldfastError {
  return new HoldfastError('store-unsupported', `a ${type} backup is restored whole or not at all`, {
    hint: 'Leave out --salvage; restore from another destination or an older backup.',
    context: about,
  })
}

/** The error of a salvage that could not bring back everything. */
export function partly(lost: number, id: string, lostFile: string | undefined): HoldfastError {
  return new HoldfastError(
    'salvaged-partly',
    `${plural(lost, 'loss', 'losses')} from ${id}; the rest is restored`,
    {
      hint:
        lostFile === undefined
          ? 'Look for what is missing at another destination with --destination, or in an older backup with --at.'
          : `Look for what ${lostFile} lists at another destination with --destination, or in an older backup with --at.`,
      context: { id, lost, ...(lostFile !== undefined && { file: lostFile }) },
    },
  )
}

/** `restore --salvage`, from a chain that was found with gaps: brings back what is undamaged and names the rest. */
export async function salvage(
  context: CommandContext,
  found: FoundBackup,
  target: Extract<RestoreTarget, { readonly path: string }>,
  { include, thaw }: RestoreCommandOptions,
): Promise<
  Pick<Outcome, 'warnings' | 'errors' | 'exitCode'> & { readonly record: Partial<RestoreResultRecord> }
> {
  const { entry } = found
  const { job, id } = entry
  const source = sourceOf(context, job, entry.source.type)
  if (source.salvage === undefined) {
    throw notSalvageable(source.type, { job, id })
  }
  if (thaw) await thawChain(context, found)
  const opened = await openSalvageChain(context, found)
  const told: Finding[] = []
  const result = await source.salvage(sourceContextOf(context, job, told), opened.links, {
    target: target.path,
    include,
  })
  const losses = await listLosses(result, opened.damage(), target.path, id)
  const errors = result.lost.length === 0 ? [] : [partly(result.lost.length, id, losses.record.lostFile)]
  return {
    record: {
      files: result.files,
      bytes: result.bytes,
      fetchedBytes: opened.fetchedBytes(),
      chain: opened.links.map((link) => link.id),
      ...(result.path !== undefined && { target: result.path }),
      ...losses.record,
    },
    warnings: [...told, ...result.warnings, ...losses.findings],
    errors,
    exitCode: errors.length === 0 ? 0 : 3,
  }
}
