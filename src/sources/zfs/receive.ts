import type { SourceContext } from '../../domain/source.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import { callZfs, fieldsOf, said, type ZfsContext, zfsEnvironment } from './call.ts'
import type { DatasetPrint } from './fingerprint.ts'
import { listPoints } from './points.ts'
import type { ReceivePlan, ReceiveStep } from './receive-plan.ts'

export interface ReceiveOptions {
  /** What is there may be rolled back and replaced (`-F`). */
  readonly force: boolean
  /** For a throwaway copy: nothing is reserved. */
  readonly throwaway?: boolean
}

/** A copy must not take a mount point, a share or writes away from what is there already. */
export function receiveArgs(
  { type }: Pick<DatasetPrint, 'type'>,
  target: string,
  { force, throwaway = false }: ReceiveOptions,
): string[] {
  const filesystem = ['-x', 'mountpoint', '-x', 'sharenfs', '-x', 'sharesmb', '-o', 'canmount=noauto']
  return [
    ...['receive', '-u', ...(force ? ['-F'] : [])],
    ...(type === 'filesystem' ? filesystem : []),
    ...['-o', 'readonly=on'],
    ...(throwaway
      ? type === 'volume'
        ? ['-o', 'refreservation=none']
        : ['-x', 'quota', '-x', 'refquota', '-x', 'reservation', '-x', 'refreservation']
      : []),
    target,
  ]
}

async function exists(context: ZfsContext, dataset: string): Promise<boolean> {
  try {
    await callZfs(context, 'list', '-H', '-o', 'name', dataset)
    return true
  } catch (error) {
    if (said(error, /does not exist/)) return false
    throw error
  }
}

/** A stream that broke off in the middle may have left a part that could be resumed; it is received again. */
async function discardPartial(context: ZfsContext, dataset: string): Promise<void> {
  const text = await callZfs(context, 'get', '-H', '-o', 'value', 'receive_resume_token', dataset)
  const [[token = '-'] = []] = fieldsOf(text)
  if (token !== '-') await callZfs(context, 'receive', '-A', dataset)
}

/** How many of the steps are there already, known by the guid of the newest snapshot. */
async function stepsDone(
  context: ZfsContext,
  { steps }: ReceivePlan,
  target: string,
  force: boolean,
): Promise<number> {
  if (!(await exists(context, target))) return 0
  await discardPartial(context, target)
  if (!(await exists(context, target))) return 0
  const there = (await listPoints(context, target, false)).filter(({ type }) => type === 'snapshot')
  const newest = there.at(-1)
  const done = steps.findLastIndex(({ print }) => print.guid === newest?.guid) + 1
  if (done > 0 || force) return done
  throw new HoldfastError('target-not-empty', `the dataset ${target} is there already`, {
    hint: 'Name a dataset that does not exist yet with --to. With --force `zfs receive -F` may replace it, where ZFS lets it.',
    context: { dataset: target },
  })
}

function explain(error: unknown, { print, link }: ReceiveStep, target: string): unknown {
  if (!hasCode(error, 'tool-failed')) return error
  const locked = said(error, /key must be loaded/)
  return new HoldfastError(
    'restore-failed',
    `${print.name} of ${link.id} could not be received: ${error.message}`,
    {
      hint: locked
        ? `Load the key of ${target} (\`zfs load-key\`), and run the restore again.`
        : `Read what zfs said. What was received of ${target} is kept, and the restore goes on from there when it is run again.`,
      context: { dataset: target, id: link.id },
      cause: error,
    },
  )
}

async function makeParents(context: ZfsContext, target: string): Promise<void> {
  const parent = target.split('/').slice(0, -1).join('/')
  if (parent === '' || (await exists(context, parent))) return
  await callZfs(context, 'create', '-p', '-u', '-o', 'canmount=off', parent).catch(async (error: unknown) => {
    // OpenZFS before 2.1 mounts what it creates, and canmount=off keeps it from that.
    if (!said(error, /invalid option/)) throw error
    await callZfs(context, 'create', '-p', '-o', 'canmount=off', parent)
  })
}

/**
 * Receives a dataset's streams one after another; those that are there already are known by guid. Returns the bytes
 * received. Errors: `target-not-empty`, `restore-failed`, those of the streams.
 */
export async function receiveDataset(
  context: Pick<SourceContext, 'environment' | 'signal'>,
  plan: ReceivePlan,
  target: string,
  options: ReceiveOptions,
): Promise<number> {
  await makeParents(context, target)
  const done = await stepsDone(context, plan, target, options.force)
  let bytes = 0
  for (const [index, step] of plan.steps.entries()) {
    if (index < done) continue
    const { link, print } = step
    try {
      await runTool({
        command: 'zfs',
        args: receiveArgs(print, target, options),
        environment: zfsEnvironment(context),
        signal: context.signal,
        stdin: link.open(print.name),
      })
    } catch (error) {
      throw explain(error, step, target)
    }
    bytes += link.streams.find(({ name }) => name === print.name)?.bytes ?? 0
  }
  return bytes
}
