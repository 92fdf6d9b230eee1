import { HoldfastError } from '../../errors/error.ts'

const mebibyte = 1024 * 1024
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const mostParts = 10_000
const usual = 16 * mebibyte
/** Without an estimate: room for 312 GiB. */
const unknown = 32 * mebibyte
/** A part is held in memory, since it must be hashed before it is sent and may be sent again. */
const largest = 512 * mebibyte
/** Encryption, archive headers and growth while it is read. */
const margin = 1.1
/** Bytes of parts that may be on their way at once. */
const budget = 128 * mebibyte

export interface PartPlan {
  readonly bytes: number
  readonly most: number
  /** Parts on their way at once. */
  readonly inFlight: number
}

/**
 * The size of the parts of one object; all of them equal, which R2 demands, so it must be right from the start. Errors:
 * `store-unsupported` for an object that would not fit.
 */
export function planParts(estimate: number | undefined): PartPlan {
  const needed = estimate === undefined ? unknown : Math.max(usual, (estimate * margin) / mostParts)
  const bytes = Math.ceil(needed / mebibyte) * mebibyte
  if (bytes > largest) {
    const limit = Math.floor((largest * mostParts) / margin / 2 ** 40)
    throw new HoldfastError(
      'store-unsupported',
      `a single object of ${estimate} bytes does not fit into ${mostParts} parts`,
      {
        hint: `Use package: volumes for a source of more than ${limit} TiB.`,
        context: { estimate, parts: mostParts, partBytes: largest },
      },
    )
  }
  return { bytes, most: mostParts, inFlight: Math.max(1, Math.min(4, Math.floor(budget / bytes))) }
}

/** The stream is longer than its estimate let expect. */
export function tooLong(key: string, { bytes, most }: PartPlan): HoldfastError {
  return new HoldfastError(
    'store-unsupported',
    `${key} has outgrown the ${most} parts of ${bytes} bytes it was planned for`,
    {
      hint: 'Use package: volumes, which has no such limit.',
      context: { key, partBytes: bytes, parts: most },
    },
  )
}
