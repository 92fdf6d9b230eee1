import { z } from 'zod'
import type { StoredObject } from '../../domain/store.ts'
import type { Traits } from './traits.ts'

const itemSchema = z.object({
  Path: z.string(),
  Size: z.number(),
  ModTime: z.string(),
  IsDir: z.boolean(),
  Hashes: z.record(z.string(), z.string()).optional(),
  Tier: z.string().optional(),
})

/** One object as `lsjson` shows it. */
export type Item = z.output<typeof itemSchema>

/** Reads one object of `lsjson`'s output. */
export function parseItem(json: string): Item {
  return itemSchema.parse(JSON.parse(json))
}

/** What `lsjson` is asked for: the server's time where it has one, hashes only where they cost nothing. */
export function itemOptions({ hash }: Traits): string[] {
  return [
    '--no-mimetype',
    '--use-server-modtime',
    ...(hash === undefined ? [] : ['--hash', '--hash-type', hash]),
  ]
}

/**
 * An item as an object. The etag is made of time, size and the hash that comes for nothing: where there is no such hash
 * and times are coarse, a replacement of the same size within one tick keeps it.
 */
export function describe(key: string, item: Item, { hash, coarseTimes }: Traits): StoredObject {
  const time = coarseTimes ? item.ModTime.replace(/\.\d+/, '') : item.ModTime
  const sum = hash === undefined ? undefined : item.Hashes?.[hash]
  return {
    key,
    bytes: item.Size,
    etag: `"${[time, item.Size, ...(sum === undefined ? [] : [sum])].join('/')}"`,
    modified: new Date(time),
    ...(hash === 'sha256' && sum ? { sha256: sum } : {}),
    ...(item.Tier ? { tier: item.Tier } : {}),
  }
}
