import { HoldfastError } from '../../errors/error.ts'

const mebibyte = 1024 * 1024

/** Blocks of one blob: a limit of the service, as is the next. */
const mostBlocks = 50_000
const largestBlock = 4000 * mebibyte
const smallestBlock = 8 * mebibyte
/** Blocks of one size; after so many the size doubles, so that an estimate that was too low does no harm. */
const stepBlocks = 10_000
/** Blocks of the first size that hold as much as a whole list does with all its doublings: 1 + 2 + 4 + 8 + 16 steps. */
const capacity = stepBlocks * 31

/** How large the blocks of one blob are. */
export interface BlockPlan {
  /** Bytes of the block at `index`, from 0. Errors: `store-unsupported` beyond what a blob can have. */
  size(index: number): number
}

function tooLarge(bytes: number | undefined): HoldfastError {
  const what = bytes === undefined ? 'the stream is larger than was expected and' : `a blob of ${bytes} bytes`
  return new HoldfastError('store-unsupported', `${what} does not fit into ${mostBlocks} blocks`, {
    hint: 'Use package: volumes for this job, which has no such limit.',
    ...(bytes === undefined ? {} : { context: { bytes } }),
  })
}

/**
 * Block sizes for a stream of about `estimate` bytes: as small as will do, since some are held in memory at once.
 * Errors: `store-unsupported` where not even the largest blocks could hold it.
 */
export function planBlocks(estimate = 0): BlockPlan {
  if (estimate > mostBlocks * largestBlock) throw tooLarge(estimate)
  // A tenth more, for what compression and encryption add to what does not shrink.
  const needed = Math.ceil((estimate * 1.1) / capacity / mebibyte) * mebibyte
  // Where the doublings would end at the largest size, they no longer add up: all blocks are of that size then.
  const first = needed > largestBlock / 16 ? largestBlock : Math.max(smallestBlock, needed)
  return {
    size(index) {
      if (index >= mostBlocks) throw tooLarge(undefined)
      return Math.min(largestBlock, first * 2 ** Math.floor(index / stepBlocks))
    },
  }
}

/** How many blocks of this size may be under way at once: about 64 MiB, and two in any case. */
export function blocksAtOnce(size: number): number {
  return Math.max(2, Math.min(4, Math.floor((64 * mebibyte) / size)))
}

/** The name of a block: all of a blob have one length, and the nonce keeps runs that write the same blob apart. */
export function blockId(nonce: string, index: number): string {
  return Buffer.from(`${nonce}-${String(index).padStart(5, '0')}`).toString('base64')
}

/**
 * Cuts a stream into blocks of a plan, each in memory of its own: pieces of the stream are reused by who made them.
 * Nothing for an empty stream.
 */
export async function* cutBlocks(body: AsyncIterable<Uint8Array>, plan: BlockPlan): AsyncGenerator<Buffer> {
  let index = 0
  let block: Buffer | undefined
  let used = 0
  for await (const piece of body) {
    for (let rest = piece; rest.length > 0; ) {
      block ??= Buffer.allocUnsafeSlow(plan.size(index))
      const taken = Math.min(block.length - used, rest.length)
      block.set(rest.subarray(0, taken), used)
      used += taken
      rest = rest.subarray(taken)
      if (used < block.length) break
      yield block
      index += 1
      block = undefined
      used = 0
    }
  }
  if (block !== undefined && used > 0) yield block.subarray(0, used)
}
