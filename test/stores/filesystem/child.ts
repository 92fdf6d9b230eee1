import { createHash } from 'node:crypto'
import process from 'node:process'
import { HoldfastError, hasCode } from '../../../src/errors/error.ts'
import { openStore } from './open.ts'

/** A process that is killed, frozen or lied to by the kernel; see faults.test.ts. */
const [task = '', root = '', key = '', body = ''] = process.argv.slice(2)
const store = await openStore(root)
const { signal } = new AbortController()

function put(text: string, etag?: string): Promise<unknown> {
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return store.put(key, bytes, { signal, sha256, ...(etag === undefined ? {} : { when: { etag } }) })
}

const tasks: Record<string, () => Promise<unknown>> = {
  async create() {
    const bytes = new TextEncoder().encode(body)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return store.put(key, bytes, { signal, sha256, when: { absent: true } })
  },
  replace: () => put(body),
  /** Streams for ever. */
  stream: () =>
    store.putStream(
      key,
      (async function* () {
        for (let sent = 0; ; sent++) {
          if (sent === 20) process.stdout.write('streaming\n')
          yield new Uint8Array(100_000)
        }
      })(),
      { signal },
    ),
  /** Adds one until killed, and says so after each time. */
  async count() {
    for (;;) {
      const before = await store.stat(key)
      const chunks: Buffer[] = []
      for await (const chunk of await store.get(key, { signal })) chunks.push(chunk)
      try {
        await put(String(Number(Buffer.concat(chunks)) + 1), before?.etag)
        process.stdout.write('+')
      } catch (error) {
        if (!hasCode(error, 'store-condition-failed')) throw error
      }
    }
  },
}

try {
  await tasks[task]?.()
  process.stdout.write('done')
} catch (error) {
  process.stdout.write(error instanceof HoldfastError ? error.code : String(error))
}
