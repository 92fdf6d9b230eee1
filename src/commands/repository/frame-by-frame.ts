import { hasCode } from '../../errors/error.ts'
import type { StreamReader } from '../../pipeline/stream-reader.ts'
import { blamesBackup } from '../verify/damage.ts'

/**
 * A reader that never asks for two frames at once, so that a damaged one takes no other with it, and never twice for one
 * that is known to be damaged. `bytes` is the length of the plain stream, where it is known; all frames but the last of
 * `frames` are full.
 */
export function frameByFrame(
  reader: StreamReader,
  frame: number,
  frames: number,
  bytes: number | undefined,
): StreamReader {
  const bad = new Map<number, unknown>()
  let kept: { readonly number: number; readonly content: Uint8Array } | undefined

  async function whole(number: number, length: number): Promise<Uint8Array> {
    if (kept?.number !== number) kept = { number, content: await reader.read(number * frame, length) }
    return kept.content
  }

  async function part(number: number, from: number, to: number): Promise<Uint8Array> {
    if (bad.has(number)) throw bad.get(number)
    try {
      const start = number * frame
      const length = number < frames - 1 ? frame : bytes === undefined ? 0 : Math.min(frame, bytes - start)
      if (to - start > length) return await reader.read(from, to - from)
      return (await whole(number, length)).subarray(from - start, to - start)
    } catch (error) {
      if (hasCode(error, 'object-damaged', 'object-missing')) bad.set(number, error)
      throw error
    }
  }

  return {
    open: () => reader.open(),
    async read(offset, length) {
      const out = new Uint8Array(length)
      const end = offset + length
      for (let at = offset; at < end; ) {
        const number = Math.floor(at / frame)
        const to = Math.min(end, (number + 1) * frame)
        out.set(await part(number, at, to), at - offset)
        at = to
      }
      return out
    },
  }
}

/** A reader of one object without frames: what lies behind a place that could not be read is not asked for again. */
export function upToDamage(reader: StreamReader): StreamReader {
  let bad: { readonly from: number; readonly error: unknown } | undefined
  return {
    open: () => reader.open(),
    async read(offset, length) {
      if (bad !== undefined && offset + length > bad.from) throw bad.error
      try {
        return await reader.read(offset, length)
      } catch (error) {
        // A read beyond the end says nothing about the bytes before it.
        if (blamesBackup(error) && error.code !== 'index-damaged') bad = { from: offset, error }
        throw error
      }
    },
  }
}
