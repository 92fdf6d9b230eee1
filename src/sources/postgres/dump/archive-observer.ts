import type { StreamObserver } from '../../../domain/source.ts'
import { type ArchiveToc, parseToc } from './archive-toc.ts'
import { type BlockScan, createBlockScan } from './block-scan.ts'
import { cutShort } from './trailer.ts'

/** A table of contents this long is not looked for any more. */
const longestToc = 256 * 1024 * 1024

/**
 * Follows a custom-format archive as it passes: each entry that should have data has a block, and the last block ended.
 * pg_restore itself would list an archive that was cut short without a word. Of archives of a version that is not known here
 * only the beginning is looked at. Throws `source-truncated` at the end.
 */
export function createArchiveObserver(stream: string): StreamObserver {
  let head: Buffer[] | undefined = []
  let headBytes = 0
  let tryAt = 0
  let toc: ArchiveToc | undefined
  let scan: BlockScan | undefined
  let broken = false

  function begin(bytes: Buffer): void {
    const found = parseToc(bytes)
    if (found === undefined && bytes.length < longestToc) {
      // Twice as much the next time, so that a long table is not read over and over.
      tryAt = 2 * bytes.length
      head = [bytes]
      return
    }
    head = undefined
    if (found === undefined || found === 'unknown') {
      broken = bytes.toString('latin1', 0, 5) !== 'PGDMP'
      return
    }
    toc = found
    scan = createBlockScan(found.intSize)
    broken = !scan.write(bytes.subarray(found.bytes))
  }

  return {
    write(chunk) {
      if (broken) return
      if (scan) broken = !scan.write(chunk)
      else if (head) {
        head.push(Buffer.from(chunk))
        headBytes += chunk.length
        if (headBytes >= tryAt) begin(Buffer.concat(head))
      }
    },
    end() {
      if (head && headBytes > 0) begin(Buffer.concat(head))
      if (broken || head) throw cutShort(stream)
      if (!scan || !toc) return
      const complete = [...toc.withData].every((id) => scan?.seen.has(id))
      if (!complete || !scan.atEnd()) throw cutShort(stream)
    },
  }
}
