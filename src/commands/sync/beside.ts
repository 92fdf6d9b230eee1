import type { Branch } from '../../catalog/keys.ts'
import { branchPrefix } from '../../catalog/keys.ts'
import { createObject, readIfPresent } from '../../catalog/object-io.ts'
import { parseHoldKey, parseLogKey, parseProofKey } from '../../catalog/parse-keys.ts'
import { decodeProof, proofLimit } from '../../catalog/proofs.ts'
import { hasCode } from '../../errors/error.ts'
import { tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { SyncRun } from './run.ts'
import type { Site } from './site.ts'

const branches = [
  ['holds', parseHoldKey],
  ['logs', parseLogKey],
  ['proofs', parseProofKey],
] as const

const largest = 4 * 1024 * 1024

async function keysOf({ store }: Site, branch: Branch, job: string): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(branchPrefix(branch, job))) keys.push(key)
  return keys
}

/** A drill that failed says something of the destination where it was; only what passed is true of the copy as well. */
function belongsAlong(
  branch: Branch,
  key: string,
  body: Uint8Array,
  trust: readonly string[] | undefined,
): boolean {
  try {
    if (branch !== 'proofs') return typeof JSON.parse(Buffer.from(body).toString()) === 'object'
    const { proof, trusted } = decodeProof(body, key, { trust })
    return trusted && proof.result === 'passed'
  } catch {
    return false
  }
}

async function copyBranch(
  run: SyncRun,
  [branch, parse]: (typeof branches)[number],
  ids: ReadonlySet<string>,
) {
  const { context, job, target, offers } = run
  const { signal, config } = context
  const sources = [...new Set([...offers.byId.values()].flatMap((offer) => offer.sources))]
  const there = new Set(await keysOf(target, branch, job))
  let copied = 0
  for (const source of sources) {
    for (const key of await keysOf(source, branch, job)) {
      const name = parse(key)
      if (there.has(key) || name === undefined || !ids.has(name.id)) continue
      const body = await readIfPresent(source.store, key, branch === 'proofs' ? proofLimit : largest, signal)
      if (body === undefined || !belongsAlong(branch, key, body, config.signing().trust)) continue
      if (await createObject(target.store, key, body, signal)) copied += 1
      there.add(key)
    }
  }
  return copied
}

/**
 * Holds, logs and proofs of backups that the target has now. They are no part of any backup: a role that may not write
 * or read some of them is told, and goes on. Returns how many objects were copied.
 */
export async function copyBeside(run: SyncRun, ids: ReadonlySet<string>): Promise<number> {
  const { context, job, target } = run
  // What a drill found there is not to be covered by what was found elsewhere.
  const failed = target.catalogue.points.filter(({ lastVerdict }) => lastVerdict?.result === 'failed')
  const unfailed = new Set([...ids].filter((id) => !failed.some((point) => point.id === id)))
  let copied = 0
  for (const branch of branches) {
    try {
      copied += await copyBranch(run, branch, branch[0] === 'proofs' ? unfailed : ids)
    } catch (error) {
      context.signal.throwIfAborted()
      if (!hasCode(error, 'store-unwritable', 'store-unreachable', 'object-damaged') || error.retryable)
        throw error
      const { message } = asHoldfastError(error)
      tell(
        context,
        {
          severity: 'info',
          code: 'not-copied-along',
          message: `not all ${branch[0]} of ${job} were copied to ${target.name}: ${message}`,
          hint: 'The backups are whole without them; another role may copy them.',
        },
        job,
      )
    }
  }
  return copied
}
