import { Readable } from 'node:stream'
import type { GetOptions } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { abortWith } from '../abort-with.ts'
import { checkRange } from '../check-range.ts'
import { notFound, storeError } from './errors.ts'
import { look, type Remote } from './list.ts'
import { pathOf } from './paths.ts'

/** Passes exactly `length` bytes on, and errors where there are more or fewer. */
async function* exactly(
  output: Readable,
  length: number,
  remote: Remote,
  key: string,
): AsyncGenerator<Buffer> {
  let bytes = 0
  try {
    for await (const chunk of output as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength
      if (bytes > length) break
      yield chunk
    }
  } catch (error) {
    throw storeError(error, { doing: 'read', what: key, remote: remote.root })
  }
  if (bytes === length) return
  throw new HoldfastError('store-unreachable', `the object ${key} changed or ended while it was read`, {
    hint: 'Run again; should it come back, see who else writes to this destination.',
    context: { key, expected: length },
    retryable: true,
  })
}

/**
 * Opens an object or a part of it. rclone joins all files of a directory where a key is a directory, and some remotes
 * give nothing and success for what is absent: so the object is looked at first, and its bytes are counted.
 * Errors: `store-not-found`, `object-damaged` for a part that it does not have, `tool-failed`.
 */
export async function read(remote: Remote, key: string, { range, signal }: GetOptions): Promise<Readable> {
  const path = pathOf(remote.root, key)
  const item = await look(remote, path, signal)
  if (item === undefined) throw notFound(key)
  const { offset, length } = range ?? { offset: 0, length: item.Size }
  checkRange(key, item.Size, { offset, length })
  if (length === 0) return Readable.from([])
  const part = range === undefined ? [] : ['--offset', String(offset), '--count', String(length)]
  const output = remote.rclone.open({ args: ['cat', ...part, '--', path], signal })
  const body = Readable.from(exactly(output, length, remote, key), { objectMode: false })
  // Nobody may be waiting for the child's next byte when the reader goes away.
  body.once('close', () => output.destroy())
  abortWith(body, signal)
  return body
}
