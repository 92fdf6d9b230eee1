import { rm, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Finding } from '../../../domain/finding.ts'
import type { Chain, RestoreOptions, RestoreResult, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { prepareChain } from '../physical/prepare.ts'
import { bytesOf, lastLink } from '../restore/link.ts'
import type { MysqlSettings } from '../settings.ts'
import { refuseOutside } from './outside.ts'
import { giveTo, labelLike, ownerOf } from './owner.ts'
import { checkRecord, forgetRecord, writeRecord } from './record.ts'
import { type Swap, swapIn } from './swap.ts'
import { lookAtTarget } from './target.ts'
import { tryStart } from './try-start.ts'

async function checkRoom({ staging }: Swap, bytes: number): Promise<void> {
  const place = dirname(staging)
  const { bavail, bsize } = await statfs(place)
  const needed = Math.ceil(bytes * 1.2) + 5 * 1024 ** 3
  const free = bavail * bsize
  if (free >= needed) return
  throw new HoldfastError(
    'scratch-too-small',
    `the restore needs ${needed} bytes in ${place}, ${free} are free`,
    {
      hint: 'Make room there: the new data lies beside the old until the server is up.',
      context: { path: place, needed, free },
    },
  )
}

function keptWarning(safety: string): Finding {
  return {
    severity: 'warning',
    code: 'safety-copy',
    message: `the data that was there before is kept in ${safety}`,
    hint: 'Remove it when the restored server is what you want.',
    command: `rm -r '${safety}'`,
  }
}

function countWarnings(expected: number | undefined, found: number | undefined): Finding[] {
  if (found === undefined) {
    return [
      {
        severity: 'warning',
        code: 'tables-not-counted',
        message:
          'the server is up, but the accounts of the backup do not let this user in: its tables were not counted',
        hint: 'Use the password that was valid when the backup was made.',
      },
    ]
  }
  if (expected === undefined || expected === found) return []
  return [
    {
      severity: 'warning',
      code: 'tables-differ',
      message: `the server shows ${found} tables, ${expected} were restored`,
      hint: 'Compare what this user may see with what the backup holds.',
    },
  ]
}

/**
 * Restores a chain of hot copies into a data directory: prepared beside it, started there once, and only then put in the
 * place of the old data, which is kept. A server that does not come up gets its old data back. Errors: among others
 * `restore-failed`, `restore-interrupted`, `target-not-empty`.
 */
export async function restoreToDatadir(
  settings: MysqlSettings,
  context: SourceContext,
  chain: Chain,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const { force = false } = options
  const target = await lookAtTarget(context, settings, options)
  const { datadir, staging, container, control } = target
  await checkRecord(context.stateDirectory, datadir)
  const bytes = bytesOf(chain)
  await checkRoom(target, bytes)
  const commands = { stop: control?.commands.stop ?? '', start: control?.commands.start ?? '' }
  const { safety, inPieces } = target
  const record = { datadir, staging, safety, inPieces, step: 'staging', ...commands } as const
  await writeRecord(context.stateDirectory, record)
  let tables: number | undefined
  try {
    await prepareChain(context, chain, staging)
    if (!force) await refuseOutside(staging)
    tables = await tryStart(context, settings, lastLink(chain), { staging, container, force })
    const owner = await ownerOf(datadir, container !== undefined)
    if (owner) await giveTo(context, staging, owner)
    if (target.hasOld) await labelLike(context, staging, datadir)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    await forgetRecord(context.stateDirectory, datadir)
    throw error
  }
  const ready = await swapIn(context, settings, target)
  const warnings = [
    ...(target.hasOld ? [keptWarning(safety)] : []),
    ...(ready ? countWarnings(tables, ready.tables) : []),
  ]
  for (const warning of warnings) context.warn(warning)
  return { bytes, warnings: [] }
}
