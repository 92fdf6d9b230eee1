import type { DrillCheck, DrillOptions, DrillResult } from '../../domain/drill.ts'
import type { Chain, SourceContext } from '../../domain/source.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { type Copy, checkGuids, checkProperties, checkScrub } from './drill-checks.ts'
import { checkFiles, mounted } from './drill-files.ts'
import { receiveDataset } from './receive.ts'
import { planReceive, type ReceivePlan } from './receive-plan.ts'
import type { ZfsSettings } from './settings.ts'
import { openThrowaway, type Throwaway } from './throwaway.ts'

/** What ZFS says of a stream that is not what was sent; anything else says something about this host. */
const damaged = /checksum mismatch|invalid stream|incomplete stream|does not match incremental source/

/** Receives everything; a stream that ZFS takes for damaged is a check that failed. */
async function receiveAll(
  context: SourceContext,
  plans: readonly ReceivePlan[],
  copies: readonly Copy[],
): Promise<DrillCheck | undefined> {
  for (const [index, plan] of plans.entries()) {
    try {
      const dataset = copies[index]?.dataset ?? ''
      await receiveDataset(context, plan, dataset, { force: false, throwaway: true })
    } catch (error) {
      if (!hasCode(error, 'restore-failed') || !damaged.test(error.message)) throw error
      return { name: 'receive', result: 'failed', expected: 'whole streams', found: error.message }
    }
  }
  return undefined
}

/** A place that cannot be made says something about this host, and nothing about the backup. */
async function placeOf(open: () => Promise<Throwaway>): Promise<Throwaway | DrillCheck> {
  try {
    return await open()
  } catch (error) {
    if (!hasCode(error, 'tool-failed', 'tool-missing')) throw error
    return { name: 'pool', result: 'inconclusive', expected: 'a throwaway pool', found: error.message }
  }
}

function copyOf({ below, steps }: ReceivePlan, root: string): Copy {
  const print = steps.at(-1)?.print
  if (print === undefined) throw new HoldfastError('internal', 'a dataset has nothing to receive')
  return { dataset: below === '' ? `${root}/copy` : `${root}/copy/${below}`, print }
}

/**
 * Receives a whole chain into a throwaway pool, scrubs it, and compares guids, properties and files with what the backup
 * says. What is raw and encrypted cannot be looked into: the drill then only shows that it was `received`.
 */
export async function drillZfs(
  settings: ZfsSettings,
  context: SourceContext,
  chain: Chain,
  { scratch, inspect }: DrillOptions,
): Promise<DrillResult> {
  const plans = planReceive(chain, [])
  const bytes = chain.flatMap(({ streams }) => streams).reduce((sum, stream) => sum + stream.bytes, 0)
  const throwaway = await placeOf(() => openThrowaway(context, scratch, bytes, settings.drillParent))
  if ('result' in throwaway) return { checks: [throwaway], evidence: 'snapshot', bytes: 0 }
  try {
    const copies = plans.map((plan) => copyOf(plan, throwaway.dataset))
    const refused = await receiveAll(context, plans, copies)
    if (refused !== undefined) return { checks: [refused], evidence: 'snapshot', bytes }
    const checks: DrillCheck[] = [
      await checkGuids(context, copies),
      ...(await checkProperties(context, copies)),
      ...(throwaway.pool === undefined ? [] : [await checkScrub(context, throwaway.pool)]),
      ...(await checkFiles(context, scratch, copies)),
    ]
    const [top] = copies
    const own =
      top !== undefined && inspect !== undefined && top.print.type === 'filesystem'
        ? await mounted(context, scratch, top, (directory) => inspect({ directory }))
        : undefined
    const isOpaque = copies.some(({ print }) => print.raw && print.encrypted)
    return { checks: [...checks, ...(own ?? [])], evidence: isOpaque ? 'received' : 'snapshot', bytes }
  } finally {
    await throwaway.remove()
  }
}
