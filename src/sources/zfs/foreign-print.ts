import { HoldfastError } from '../../errors/error.ts'
import type { ZfsFingerprint } from './fingerprint.ts'

/** A record of a send stream begins with its kind and the length of what follows it; this is the first. */
const recordBytes = 312
const magic = 0x2f5bacbacn
/** `hdrtype`: one stream, rather than a package of several. */
const single = 1n
const rawFeature = 1n << 24n
const volumeType = 3
const nameBytes = 256

/** The fields of `DRR_BEGIN`, in the byte order of the host that sent. */
function beginOf(head: Uint8Array) {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (head.length < recordBytes) return undefined
  const little = view.getBigUint64(8, true) === magic
  if (view.getUint32(0, little) !== 0 || view.getBigUint64(8, little) !== magic) return undefined
  const version = view.getBigUint64(16, little)
  const name = Buffer.from(head.subarray(56, 56 + nameBytes))
  return {
    kind: version & 3n,
    features: version >> 2n,
    type: view.getUint32(32, little),
    to: view.getBigUint64(40, little),
    from: view.getBigUint64(48, little),
    name: name.subarray(0, name.indexOf(0)).toString('utf8'),
  }
}

/**
 * What a stream that another tool stored says of itself, by its first bytes: enough to receive it and to know it again. No
 * properties and no files are known. Errors: `object-damaged`, `store-unsupported` for a package of several streams.
 */
export function foreignPrint(dataset: string, head: Uint8Array): ZfsFingerprint {
  const begin = beginOf(head)
  if (begin === undefined) {
    throw new HoldfastError('object-damaged', `what is stored of ${dataset} is no stream of zfs send`, {
      hint: 'Restore it into a file with --to ./FILE and look at it with `zstream dump`.',
      context: { dataset },
    })
  }
  if (begin.kind !== single) {
    throw new HoldfastError('store-unsupported', `the stream of ${dataset} is a package of several`, {
      hint: 'Restore it with `age -d` and `zfs receive` by hand.',
      context: { dataset },
    })
  }
  const raw = (begin.features & rawFeature) !== 0n
  return {
    format: 1,
    root: dataset,
    datasets: [
      {
        name: dataset,
        type: begin.type === volumeType ? 'volume' : 'filesystem',
        snapshot: begin.name.split('@')[1] ?? '',
        guid: String(begin.to),
        from: begin.from === 0n ? null : String(begin.from),
        raw,
        encrypted: raw,
        properties: {},
      },
    ],
  }
}
