import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Finding } from '../../../domain/finding.ts'
import { quotedWord } from '../../../domain/shell-word.ts'
import type { RestoreOptions, RestoreResult, SourceContext } from '../../../domain/source.ts'
import { requireRoom } from '../physical/room.ts'
import type { MysqlSettings } from '../settings.ts'
import type { Aside } from './aside.ts'
import { type MoveBack, planMoveBack } from './move-back.ts'
import { type Origin, stagedAt } from './origin.ts'
import { giveTo, labelLike, ownerOf } from './owner.ts'
import { checkRecord, forgetRecord, writeRecord } from './record.ts'
import { swapIn } from './swap.ts'
import { lookAtTarget } from './target.ts'
import { tryStart } from './try-start.ts'

function keptWarning(safety: string, outside: readonly Aside[]): Finding {
  const kept = [safety, ...outside.map((one) => one.safety)]
  return {
    severity: 'warning',
    code: 'safety-copy',
    message: `the data that was there before is kept in ${kept.join(', ')}`,
    hint: 'Remove it when the restored server is what you want.',
    command: `rm -r ${kept.map(quotedWord).join(' ')}`,
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
 * Puts a data directory in the place of another one: made beside it, started there once, and only then put in the
 * place of the old data, which is kept. A server that does not come up gets its old data back. Errors: among others
 * `restore-failed`, `restore-interrupted`, `target-not-empty`.
 */
export async function restoreToDatadir(
  settings: MysqlSettings,
  context: SourceContext,
  origin: Origin,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const { force = false } = options
  const target = await lookAtTarget(context, settings, options)
  const { datadir, staging, container, control } = target
  await checkRecord(context.stateDirectory, datadir)
  const { bytes } = origin
  await requireRoom(dirname(staging), bytes, {
    what: 'the restore',
    hint: 'Make room there: the new data lies beside the old until the server is up.',
  })
  const commands = { stop: control?.commands.stop ?? '', start: control?.commands.start ?? '' }
  const { safety, inPieces } = target
  const record = { datadir, staging, safety, inPieces, step: 'staging', ...commands } as const
  await writeRecord(context.stateDirectory, record)
  let tables: number | undefined
  let moveBack: MoveBack | undefined
  try {
    const staged = await origin.stage(context, staging)
    const owner = await ownerOf(datadir, container !== undefined)
    if (!force) moveBack = await planMoveBack(context, settings, { ...target, owner }, staged)
    tables = await tryStart(context, settings, staged, { staging, container, force })
    if (owner) await giveTo(context, staging, owner)
    if (target.hasOld) await labelLike(context, staging, datadir)
  } catch (error) {
    for (const path of stagedAt(staging)) await rm(path, { recursive: true, force: true })
    await forgetRecord(context.stateDirectory, datadir)
    throw error
  }
  const { ready, outside } = await swapIn(context, settings, { ...target, ...(moveBack && { moveBack }) })
  const warnings = [
    ...(target.hasOld ? [keptWarning(safety, outside)] : []),
    ...(ready ? countWarnings(tables, ready.tables) : []),
  ]
  for (const warning of warnings) context.warn(warning)
  return { bytes, warnings: [] }
}
