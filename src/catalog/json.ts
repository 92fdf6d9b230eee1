import type { z } from 'zod'
import type { ErrorCode } from '../errors/codes.ts'
import { HoldfastError } from '../errors/error.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** How to name what is decoded in errors. */
export interface Naming {
  readonly code: ErrorCode
  /** `the manifest`, `the proof`. */
  readonly what: string
  readonly key?: string | undefined
}

/** The error for something stored that is not what it must be; the reason names the place. */
export function damaged(naming: Naming, reason: string, cause?: unknown): HoldfastError {
  const where = naming.key === undefined ? '' : ` ${naming.key}`
  return new HoldfastError(naming.code, `${naming.what}${where} is damaged: ${reason}`, {
    hint: 'Run `holdfast verify` to learn what is damaged, and restore from another destination or an earlier backup.',
    context: { key: naming.key },
    cause,
  })
}

/** Parses UTF-8 JSON. Errors: the given code. */
export function parseJson(bytes: Uint8Array, naming: Naming): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch (cause) {
    throw damaged(naming, 'it is no JSON', cause)
  }
}

/** Checks a value against a schema. Errors: the given code, with the path of every deviation, eight at most. */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown, naming: Naming): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const reasons = result.error.issues
    .slice(0, 8)
    .map((issue) => `${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}`)
  throw damaged(naming, reasons.join('; '))
}

/** Compact JSON with a line feed at its end, as bytes. */
export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}
