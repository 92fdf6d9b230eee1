import { createHash } from 'node:crypto'
import { findChecksum } from '../../catalog/outside.ts'
import { damaged } from '../../codec/damage.ts'
import type { Finding } from '../../domain/finding.ts'
import type { StreamObserver } from '../../domain/source.ts'
import type { Store, StoredObject } from '../../domain/store.ts'
import { fetchInto } from '../../pipeline/fetch-object.ts'
import type { CommandContext } from '../context.ts'

/**
 * What watches the stored bytes of an object that has a `.sha256` beside it, as `sha256sum` writes them; undefined where
 * it has none. Bytes of another hash are `object-damaged` before their end is passed on, or a warning where that is to
 * be overridden.
 */
export async function checksumBeside(
  context: CommandContext,
  { store, object }: { readonly store: Store; readonly object: StoredObject },
  force: boolean,
  warn: (finding: Finding) => void,
): Promise<StreamObserver | undefined> {
  const { key } = object
  const beside = await findChecksum(store, key)
  if (beside === undefined) return undefined
  const buffer = Buffer.alloc(beside.bytes)
  await fetchInto(store, beside.key, buffer, buffer.length, context.signal)
  const expected = /^\\?([0-9a-f]{64})(?:\s|$)/i.exec(buffer.toString('utf8'))?.[1]?.toLowerCase()
  if (expected === undefined) {
    warn({
      severity: 'warning',
      code: 'checksum-unreadable',
      message: `${beside.key} holds no SHA-256: nothing was compared with it`,
    })
    return undefined
  }
  const hash = createHash('sha256')
  return {
    write: (chunk) => void hash.update(chunk),
    end() {
      const found = hash.digest('hex')
      if (found === expected) return
      const message = `it is not what ${beside.key} says`
      if (!force) throw damaged(message, key)
      warn({
        severity: 'warning',
        code: 'checksum-differs',
        message: `${key} is damaged: ${message}, and was restored all the same`,
        hint: 'Look at what was restored before you rely on it.',
      })
    },
  }
}
