import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

/**
 * A disposable file of checked records: each line is the CRC-32 of a JSON array `[key, tag, value]`, a space and the
 * array. Additions are appended, so that a listing costs what is new; what nobody asks for any more goes when it is the
 * larger part. A line that is torn or altered is as if it were not there; an unknown first line empties the file.
 */
export interface LineCache {
  /** The value kept for `key` under this very `tag`; undefined otherwise. Marks it as still wanted. */
  get(key: string, tag: string): unknown
  /** Keeps a JSON value. */
  set(key: string, tag: string, value: unknown): void
  /** Writes what was added. A cache that cannot be written is no error: the next run fetches again. */
  save(): Promise<void>
}

interface Kept {
  readonly tag: string
  readonly value: unknown
  wanted: boolean
}

const lineFeed = 0x0a

function lineOf(key: string, tag: string, value: unknown): string {
  const text = JSON.stringify([key, tag, value])
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`
}

/** Opens the cache in `file`; `version` names the shape of the values, another one than the file's starts anew. */
export async function openLineCache(file: string, version: string): Promise<LineCache> {
  const kept = new Map<string, Kept>()
  let added: string[] = []
  const header = lineOf('line-cache', version, 1)
  let lines = await load(file, header, kept)
  let fresh = lines === undefined
  return {
    get(key, tag) {
      const found = kept.get(key)
      if (found?.tag !== tag) return undefined
      found.wanted = true
      return found.value
    },
    set(key, tag, value) {
      kept.set(key, { tag, value, wanted: true })
      added.push(lineOf(key, tag, value))
    },
    async save() {
      let wanted = 0
      for (const record of kept.values()) if (record.wanted) wanted++
      const total = (lines ?? 0) + added.length
      try {
        if (fresh || total > 2 * wanted + 1000) {
          for (const [key, record] of kept) if (!record.wanted) kept.delete(key)
          await rewrite(file, header, kept)
          lines = kept.size
          fresh = false
        } else if (added.length > 0) {
          await appendFile(file, added.join(''))
          lines = total
        }
        added = []
      } catch {
        await rm(file, { force: true }).catch(() => {})
        fresh = true
      }
    },
  }
}

async function rewrite(file: string, header: string, kept: ReadonlyMap<string, Kept>): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  function* chunks(): Generator<string> {
    let chunk = header
    for (const [key, { tag, value }] of kept) {
      chunk += lineOf(key, tag, value)
      if (chunk.length < 1 << 18) continue
      yield chunk
      chunk = ''
    }
    yield chunk
  }
  try {
    await writeFile(temporary, chunks(), { mode: 0o600 })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** The number of lines read; undefined where the file is absent, torn or of another version: it is to be written anew. */
async function load(file: string, header: string, kept: Map<string, Kept>): Promise<number | undefined> {
  let lines = 0
  let whole = true
  const take = (line: Buffer): boolean => {
    if (lines === 0 && `${line.toString()}\n` !== header) return false
    if (lines++ > 0 && !keepLine(line, kept)) whole = false
    return true
  }
  try {
    let rest: Buffer = Buffer.alloc(0)
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
      const buffer = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer)
      let start = 0
      for (let end = buffer.indexOf(lineFeed); end >= 0; end = buffer.indexOf(lineFeed, start)) {
        if (!take(buffer.subarray(start, end))) return undefined
        start = end + 1
      }
      rest = buffer.subarray(start)
    }
    return whole && rest.length === 0 && lines > 0 ? lines - 1 : undefined
  } catch {
    return undefined
  }
}

function keepLine(line: Buffer, kept: Map<string, Kept>): boolean {
  if (line.length < 10 || Number.parseInt(line.toString('latin1', 0, 8), 16) !== crc32(line.subarray(9))) {
    return false
  }
  try {
    const [key, tag, value] = JSON.parse(line.toString('utf8', 9)) as [string, string, unknown]
    kept.set(key, { tag, value, wanted: false })
    return true
  } catch {
    return false
  }
}
