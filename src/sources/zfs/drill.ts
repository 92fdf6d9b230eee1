import { mkdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DrillCheck, DrillOptions, DrillResult } from '../../domain/drill.ts'
import type { Chain, SourceContext } from '../../domain/source.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import { callZfs, callZpool, zfsEnvironment } from './call.ts'
import { type DatasetPrint, readProperties } from './fingerprint.ts'
import { receiveDataset } from './receive.ts'
import { planReceive, type ReceivePlan } from './receive-plan.ts'
import type { ZfsSettings } from './settings.ts'
import { openThrowaway } from './throwaway.ts'
import { hashTree } from './tree-hash.ts'

/** A dataset of a drill: what was received, and what it has to be. */
interface Copy {
  readonly dataset: string
  readonly print: DatasetPrint
}

/** One check over several datasets: only those that differ are named. */
function checkOf(name: string, what: string, of: number, wrong: readonly string[]): DrillCheck {
  const found = wrong.length === 0 ? `${of} ${what}` : `different: ${wrong.join('; ')}`
  return { name, result: wrong.length === 0 ? 'passed' : 'failed', expected: `${of} ${what}`, found }
}

async function checkGuids(context: SourceContext, copies: readonly Copy[]): Promise<DrillCheck> {
  const wrong: string[] = []
  for (const { dataset, print } of copies) {
    const args = ['list', '-Hp', '-t', 'snapshot', '-o', 'guid', `${dataset}@${print.snapshot}`]
    const guid = (await callZfs(context, ...args).catch(noDataset)).trim()
    if (guid !== print.guid) wrong.push(`${print.name} has ${guid || 'no snapshot'}, not ${print.guid}`)
  }
  return checkOf('snapshots', 'snapshot guids', copies.length, wrong)
}

function noDataset(error: unknown): string {
  if (hasCode(error, 'tool-failed')) return ''
  throw error
}

async function checkProperties(context: SourceContext, copies: readonly Copy[]): Promise<DrillCheck[]> {
  const set = copies.filter(({ print }) => Object.keys(print.properties).length > 0)
  if (set.length === 0) return []
  const names = set.map(({ dataset }) => dataset)
  const received = await readProperties(context, names, 'received')
  const local = await readProperties(context, names, 'local,received')
  const wrong: string[] = []
  let count = 0
  for (const { dataset, print } of set) {
    for (const [property, expected] of Object.entries(print.properties)) {
      // A throwaway copy reserves nothing and has no limits.
      if (/quota|reservation/.test(property)) continue
      count += 1
      const found = received.get(dataset)?.[property] ?? local.get(dataset)?.[property]
      if (found !== expected)
        wrong.push(`${property} of ${print.name} is ${found ?? 'not set'}, not ${expected}`)
    }
  }
  return [checkOf('properties', 'properties', count, wrong)]
}

async function checkScrub(context: SourceContext, pool: string): Promise<DrillCheck> {
  await callZpool(context, 'scrub', '-w', pool)
  const status = await callZpool(context, 'status', pool)
  const scan = /scan: (scrub repaired .*)/.exec(status)?.[1] ?? 'no scrub'
  const good = /with 0 errors/.test(scan) && /errors: No known data errors/.test(status)
  return {
    name: 'scrub',
    result: good ? 'passed' : 'failed',
    expected: 'no errors',
    found: good ? 'no errors' : scan,
  }
}

/** Runs `work` on the mounted snapshot of a copy; undefined where this user, or this host, cannot mount it. */
async function mounted<T>(
  context: SourceContext,
  scratch: string,
  { dataset, print }: Copy,
  work: (directory: string) => Promise<T>,
): Promise<T | undefined> {
  const directory = join(scratch, 'mounted')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const environment = zfsEnvironment(context)
  const { signal } = context
  const args = ['-t', 'zfs', '-o', 'ro', `${dataset}@${print.snapshot}`, directory]
  try {
    await runTool({ command: 'mount', args, environment, signal })
  } catch (error) {
    if (!hasCode(error, 'tool-failed', 'tool-missing')) throw error
    return undefined
  }
  try {
    return await work(directory)
  } finally {
    const still = new AbortController().signal
    await runTool({ command: 'umount', args: [directory], environment, signal: still })
    await rmdir(directory)
  }
}

async function checkFiles(
  context: SourceContext,
  scratch: string,
  copies: readonly Copy[],
): Promise<DrillCheck[]> {
  const hashed = copies.filter(({ print }) => print.tree !== undefined)
  if (hashed.length === 0) return []
  const wrong: string[] = []
  const files = hashed.reduce((sum, { print }) => sum + (print.tree?.files ?? 0), 0)
  for (const copy of hashed) {
    const { tree, name } = copy.print
    const found = await mounted(context, scratch, copy, (directory) => hashTree(directory, context.signal))
    if (found === undefined) {
      return [{ name: 'files', result: 'inconclusive', found: `${name} could not be mounted here` }]
    }
    if (found.hash !== tree?.hash) wrong.push(`${name} has ${found.files} files with the hash ${found.hash}`)
  }
  return [checkOf('files', 'files and their hash', files, wrong)]
}

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
  const throwaway = await openThrowaway(context, scratch, bytes, settings.drillParent)
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
