import { createHash } from 'node:crypto'
import type { MemoryStore } from '../fakes/memory-store.ts'
import { keysOf, kindNames } from './kinds.ts'

/** What is done to a stored object. */
const ways = ['flip', 'truncate', 'empty', 'extend', 'swap', 'replay', 'zero', 'delete'] as const

function bytesOf(store: MemoryStore, key: string): Uint8Array {
  return store.objects.get(key)?.body ?? new Uint8Array()
}

/** Puts other bytes in the place of an object, as a disk or a person would: the store knows nothing of it. */
function replace(store: MemoryStore, key: string, body: Uint8Array): void {
  const sha256 = createHash('sha256').update(body).digest('hex')
  const object = { key, bytes: body.byteLength, etag: `"damaged-${sha256}"`, modified: new Date(), sha256 }
  store.objects.set(key, { object, body })
}

function damaged(way: string, body: Uint8Array, random: () => number, other: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(body)
  const place = Math.floor(random() * copy.byteLength)
  switch (way) {
    case 'flip':
      copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(random() * 8))
      return copy
    case 'truncate':
      return copy.subarray(0, place)
    case 'empty':
      return new Uint8Array()
    case 'extend':
      return Buffer.concat([
        copy,
        Uint8Array.from({ length: 1 + Math.floor(random() * 40) }, () => random() * 256),
      ])
    case 'zero':
      return copy.fill(0, place, Math.min(copy.byteLength, place + 512))
    default:
      return other
  }
}

/**
 * Damages one object of the kind that `number` stands for and says what it did; undefined where that way does nothing
 * to that object. `swap` takes the bytes of another object of the kind, `replay` those that an object of the same name
 * would have had in `older`, an earlier life of the repository.
 */
export function damage(
  store: MemoryStore,
  older: MemoryStore,
  number: number,
  random: () => number,
): { readonly kind: string; readonly key: string; readonly what: string } | undefined {
  const kind = kindNames[number % kindNames.length] ?? ''
  const way = ways[Math.floor(number / kindNames.length) % ways.length] ?? 'flip'
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const key = pick(keysOf(store.objects.keys(), kind))
  if (key === undefined) throw new Error(`nothing of kind ${kind} is stored`)
  const what = `${number}: ${way} of ${key}`
  const before = bytesOf(store, key)
  if (way === 'delete') {
    // Nothing names the newest manifest, nor a proof: what is missing there shows as age, in `status`.
    if (kind === 'manifest' || kind === 'proof') return undefined
    store.objects.delete(key)
    return { kind, key, what }
  }
  const source = way === 'swap' ? store : older
  const others = keysOf(source.objects.keys(), kind).filter((name) => source !== store || name !== key)
  const other = pick(others)
  if (other === undefined) return undefined
  const after = damaged(way, before, random, bytesOf(source, other))
  if (Buffer.compare(after, before) === 0) return undefined
  replace(store, key, after)
  return { kind, key, what }
}
