import type { VolumeRecord } from '../domain/manifest.ts'
import type { VolumeOpener } from './volume-opener.ts'

/** A head that would be nearly the whole frame is not worth a request of its own. */
const worthwhile = 512 * 1024
/** Who reads on will need whole frames: heads that turn out to be too short would be fetched twice. */
const most = 4

/** Reads beginnings of frames. */
export interface HeadReader {
  /** At least the first `bytes` of a frame; undefined where the whole frame is to be read instead. */
  read(volume: VolumeRecord, index: number, bytes: number): Promise<Uint8Array | undefined>
}

/**
 * Fetches only the beginning of a frame for the first few short reads of a stream: one small file out of a large archive
 * often is all that is ever asked for, and of incompressible data a whole frame is 2 MiB.
 */
export function createHeadReader(opener: VolumeOpener, frame: number): HeadReader {
  const heads = new Map<string, Promise<Uint8Array | undefined>>()
  return {
    async read(volume, index, bytes) {
      const name = `${volume.seq}/${index}`
      let head = heads.get(name)
      if (head === undefined) {
        if (!opener.ranges || heads.size >= most || bytes + worthwhile > frame) return undefined
        head = opener.openHead(volume, index, bytes)
        heads.set(name, head)
      }
      const found = await head
      return found !== undefined && found.length >= bytes ? found : undefined
    },
  }
}
