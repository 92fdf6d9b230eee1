import { createObject, findObject } from '../../catalog/object-io.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import type { Part } from './parts.ts'
import { checkedPieces, fetchWhole, fromAny } from './sources.ts'

/** What is larger, a single object of a whole backup, is never in memory. */
const wholeLimit = 64 * 1024 * 1024

/** Whether a part travels piece by piece: a store then cannot refuse it for its hash. */
export function isStreamed({ bytes, body }: Part): boolean {
  return body === undefined && bytes > wholeLimit
}

async function createStreamed(
  context: CommandContext,
  target: Store,
  sources: readonly Store[],
  part: Part,
): Promise<boolean> {
  const { putStream } = target
  if (putStream === undefined) {
    throw new HoldfastError(
      'store-unsupported',
      `${target.name} cannot take ${part.key}, which is too large for one piece`,
      {
        hint: 'Use package: volumes for jobs with this destination.',
        context: { key: part.key, destination: target.name },
      },
    )
  }
  const { createOnly } = target.features
  if (!createOnly && (await findObject(target, part.key))) return false
  try {
    await fromAny(context, sources, part, (source) =>
      putStream.call(target, part.key, checkedPieces(source, part, context.signal), {
        signal: context.signal,
        estimate: part.bytes,
        ...(createOnly && { when: { absent: true } }),
      }),
    )
    return true
  } catch (error) {
    if (hasCode(error, 'store-condition-failed')) return false
    throw error
  }
}

/**
 * Writes an object where none is, with bytes that were compared with its hash. Errors: `object-damaged` where no source
 * has a good one; `commit-conflict` where something else has come to be there.
 */
export async function createPart(
  context: CommandContext,
  target: Store,
  sources: readonly Store[],
  part: Part,
): Promise<void> {
  const isNew = isStreamed(part)
    ? await createStreamed(context, target, sources, part)
    : await createObject(
        target,
        part.key,
        part.body ?? (await fetchWhole(context, sources, part)),
        context.signal,
      )
  if (isNew) return
  const there = await findObject(target, part.key)
  if (there?.bytes === part.bytes) return
  throw new HoldfastError(
    'commit-conflict',
    `something else has come to be at ${part.key} of ${target.name}`,
    {
      hint: 'Find out what writes to this destination besides Holdfast, and sync again.',
      context: { key: part.key, destination: target.name },
    },
  )
}
