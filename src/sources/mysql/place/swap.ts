import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { MysqlSettings } from '../settings.ts'
import { type Aside, asideOf, putAside, putBack } from './aside.ts'
import type { ServerControl } from './control.ts'
import { moveDirectory } from './move.ts'
import type { MoveBack } from './move-back.ts'
import { type Ready, untilServed } from './ready.ts'
import { forgetRecord, writeRecord } from './record.ts'
import type { Step } from './steps.ts'

/** Where a chain is to be put, what is there, and who serves it: all that a swap needs. */
export interface Swap {
  readonly datadir: string
  readonly staging: string
  /** Where the old data is kept; nothing is there yet. */
  readonly safety: string
  /** Whether there is old data. */
  readonly hasOld: boolean
  /** The data directory cannot be renamed: what it holds is moved. */
  readonly mounted: boolean
  /** It cannot, or the safety copy lies on another disk. */
  readonly inPieces: boolean
  readonly control?: ServerControl
  readonly container?: string
  /** Absent: everything lies in the data directory. */
  readonly moveBack?: MoveBack
}

function recorder(
  context: SourceContext,
  { datadir, staging, safety, control, inPieces }: Swap,
  { outside }: Moved,
) {
  return (step: Step, abandoned = false) =>
    writeRecord(context.stateDirectory, {
      ...(abandoned && { abandoned }),
      datadir,
      staging,
      safety,
      ...(outside.length > 0 && { outside }),
      step,
      inPieces,
      stop: control?.commands.stop ?? '',
      start: control?.commands.start ?? '',
    })
}

/** Puts the old data back and starts the server on it. The new data goes to where it was staged. */
async function rollBack(
  context: SourceContext,
  settings: MysqlSettings,
  swap: Swap,
  moved: Moved,
): Promise<void> {
  const { datadir, staging, safety, mounted, control, container, moveBack } = swap
  const at = recorder(context, swap, moved)
  await at('rolling-back')
  const untouched = !moved.old && !moved.new && moved.outside.length === 0
  if (!untouched) await control?.stop(context).catch(() => undefined)
  // What failed to move has nothing to come back from.
  if (moved.new && existsSync(datadir)) {
    // Of what the tool moved nothing is of use as it is.
    if (moveBack) await rm(staging, { recursive: true, force: true })
    await moveDirectory(context, datadir, staging, mounted)
  }
  moved.new = false
  await putBack(moved.places, moved.outside)
  await at('putting-back')
  if (moved.old && existsSync(safety)) await moveDirectory(context, safety, datadir, mounted)
  moved.old = false
  if (control !== undefined && swap.hasOld) {
    const started = control.start(context)
    // What could not even be stopped, such as a unit of another name, may serve all the while.
    await (untouched ? started.catch(() => undefined) : started)
    await untilServed(context, settings, control, container)
  }
}

interface Moved {
  old: boolean
  new: boolean
  /** Files outside of the data directory that are written. */
  places: readonly string[]
  /** Those of them that make room. */
  outside: readonly Aside[]
}

/** What a swap has come to. */
export interface Swapped {
  /** Absent where nobody knows the server. */
  readonly ready: Ready | undefined
  /** What is kept beside the data directory's own safety copy. */
  readonly outside: readonly Aside[]
}

/** Undoes what was done, and says so. What cannot be undone is said with where everything lies. */
async function undone(
  context: SourceContext,
  settings: MysqlSettings,
  swap: Swap,
  moved: Moved,
  cause: unknown,
): Promise<HoldfastError> {
  const why = cause instanceof Error ? cause.message : String(cause)
  // Also after a cancel: half a swap is worse than a few seconds more.
  const tidying = { ...context, signal: AbortSignal.timeout(300_000) }
  try {
    await rollBack(tidying, settings, swap, moved)
    await rm(swap.staging, { recursive: true, force: true })
    await forgetRecord(context.stateDirectory, swap.datadir)
    return new HoldfastError('restore-failed', `the restore was undone, the old data serves again: ${why}`, {
      hint: 'Read the log of the server; restore another backup, or into another directory first.',
      cause,
    })
  } catch (error) {
    const where = moved.old ? swap.safety : swap.datadir
    await recorder(tidying, swap, moved)('rolling-back', true).catch(() => undefined)
    return new HoldfastError(
      'restore-failed',
      `the restore failed (${why}) and could not be undone (${(error as Error).message}): the old data is in ${where}`,
      {
        hint: 'Run the same restore again: it says how to go back.',
        context: { old: where, staging: swap.staging },
        cause,
      },
    )
  }
}

/**
 * Stops the server, keeps its data by renaming, puts the new data in place, starts, and waits until it serves. Where it
 * does not come up the old data is put back and started. Errors: `restore-failed`.
 */
export async function swapIn(context: SourceContext, settings: MysqlSettings, swap: Swap): Promise<Swapped> {
  const { datadir, staging, safety, hasOld, mounted, control, container, moveBack } = swap
  const moved: Moved = { old: false, new: false, places: [], outside: [] }
  const at = (step: Step) => recorder(context, swap, moved)(step)
  try {
    await at('stopping')
    await control?.stop(context)
    moved.places = (await moveBack?.places()) ?? []
    moved.outside = asideOf(moved.places, swap)
    await at('moving')
    if (hasOld) {
      moved.old = true
      await moveDirectory(context, datadir, safety, mounted)
    }
    await putAside(moved.outside)
    await at('placing')
    moved.new = true
    if (moveBack === undefined) await moveDirectory(context, staging, datadir, mounted)
    else await moveBack.run(context, moved.places)
    // Of a mount point only what it holds was moved.
    await rm(staging, { recursive: true, force: true })
    await at('starting')
    await control?.start(context)
    const ready = control && (await untilServed(context, settings, control, container))
    await forgetRecord(context.stateDirectory, datadir)
    return { ready, outside: moved.outside }
  } catch (error) {
    throw await undone(context, settings, swap, moved, error)
  }
}
