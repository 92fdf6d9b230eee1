import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect } from 'vitest'
import type { PutOptions, Store, StoredObject } from '../../src/domain/store.ts'
import type { ErrorCode } from '../../src/errors/codes.ts'
import { HoldfastError } from '../../src/errors/error.ts'

export interface Opened {
  /** An empty store. */
  readonly store: Store
  /** Removes everything. */
  dispose(): Promise<void>
  /** Another Store over the same objects, as a second program would have. */
  readonly reopen?: () => Promise<Store>
  /** How another process opens it: `module` exports `openStore(argument): Promise<Store>`. */
  readonly process?: { readonly module: URL; readonly argument: string }
}

export type StoreFactory = () => Promise<Opened>

export interface SuiteOptions {
  /** True where the service is not there: the suite is left out, which CI does not allow. */
  readonly skip?: boolean
  /** Objects in the listing that must be paged; 2,500 unless told. */
  readonly listed?: number
  /** How often one object is replaced; 30 times unless told. */
  readonly rounds?: number
  /** Milliseconds a case may take; 180,000 unless told. */
  readonly timeout?: number
}

export const never: AbortSignal = new AbortController().signal

export function sha256(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

/** Bytes that are the same for the same seed and differ for others. */
export function bytes(length: number, seed = 1): Uint8Array {
  const body = new Uint8Array(length)
  let state = seed * 2_654_435_761 + 1
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    body[at] = state >>> 24
  }
  return body
}

export function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

export function put(
  store: Store,
  key: string,
  body: Uint8Array,
  more: Partial<PutOptions> = {},
): Promise<StoredObject> {
  return store.put(key, body, { signal: never, sha256: sha256(body), ...more })
}

export async function get(store: Store, key: string, offset?: number, length?: number): Promise<Buffer> {
  const range = offset === undefined || length === undefined ? {} : { range: { offset, length } }
  return buffer(await store.get(key, { signal: never, ...range }))
}

export async function listed(store: Store, prefix: string): Promise<StoredObject[]> {
  const found: StoredObject[] = []
  for await (const object of store.list(prefix)) found.push(object)
  return found
}

export async function keys(store: Store, prefix: string): Promise<string[]> {
  return (await listed(store, prefix)).map((object) => object.key)
}

/** The attempt fails with a HoldfastError of this code. */
export async function expectCode(attempt: Promise<unknown>, ...codes: ErrorCode[]): Promise<HoldfastError> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(HoldfastError)
  expect(codes).toContain((error as HoldfastError).code)
  return error as HoldfastError
}

/** Runs a case on a fresh store and removes it afterwards. */
export function withStore(
  factory: StoreFactory,
  run: (opened: Opened) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const opened = await factory()
    try {
      await run(opened)
    } finally {
      await opened.dispose()
    }
  }
}
