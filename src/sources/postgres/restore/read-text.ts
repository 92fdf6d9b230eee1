import type { Readable } from 'node:stream'
import { HoldfastError } from '../../../errors/error.ts'

/** Bytes of SQL for roles that are read at once; a thousand roles have some 200 KB. */
const most = 64 * 1024 ** 2

/** A small stream as text. */
export async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) {
      throw new HoldfastError('restore-failed', 'the roles of the backup take more than 64 MiB of SQL', {
        hint: 'Restore them with psql from a file: --to FILE --include globals.',
      })
    }
    // The reader may reuse its buffers.
    chunks.push(Buffer.from(chunk))
  }
  return Buffer.concat(chunks).toString('utf8')
}
