import { stateKey } from '../../catalog/keys.ts'
import { findObject, readObject } from '../../catalog/object-io.ts'
import { decompress } from '../../catalog/zstd-json.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import { sha256Hex } from '../../codec/hash.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { Recorded } from './record.ts'
import type { SideObjects } from './side-objects.ts'
import type { Writing } from './writing.ts'

const largest = 64 * 1024 ** 2

/**
 * The state of a run that goes on and had stored it already: its key has no hash in it and it is never written twice,
 * so the stored one is taken, if it says the same. Errors: `store-lied`.
 */
export async function withStoredState(
  { resumed, destinations, base, context, job, id }: Writing,
  { result }: Recorded,
  objects: SideObjects,
): Promise<SideObjects> {
  const [first] = destinations
  const key = stateKey(job.name, id)
  if (!resumed || !objects.state || !first || !(await findObject(first.store, key))) return objects
  const { signal } = context
  const body = await readObject(first.store, key, largest, signal)
  const { stateIdentity: identity } = base
  const plain = identity ? await decryptBytes(body, { identities: [identity] }) : body
  const text = decompress(plain, largest, { code: 'state-unusable', what: 'the state', key })
  if (Buffer.compare(text, result.state ?? new Uint8Array()) !== 0) {
    throw new HoldfastError('store-lied', `${key} is not what the interrupted run stored`, {
      hint: 'Run the backup again; it starts anew.',
      context: { key, destination: first.name },
    })
  }
  return { ...objects, state: { key, bytes: body.byteLength, sha256: sha256Hex(body), body } }
}
