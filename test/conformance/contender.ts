import { createHash } from 'node:crypto'
import process from 'node:process'
import type { Store } from '../../src/domain/store.ts'
import { hasCode } from '../../src/errors/error.ts'
import type { Attempt } from './contenders.ts'

/** A process of its own that tries conditional puts when told; see contenders.ts. */
const [module = '', argument = ''] = process.argv.slice(2)
const { openStore } = (await import(module)) as { openStore(argument: string): Promise<Store> }
const store = await openStore(argument)

process.on('message', async ({ key, body, etag }: Attempt) => {
  const bytes = new TextEncoder().encode(body)
  try {
    await store.put(key, bytes, {
      signal: new AbortController().signal,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      when: etag === undefined ? { absent: true } : { etag },
    })
    process.send?.({ won: true })
  } catch (error) {
    if (hasCode(error, 'store-condition-failed')) process.send?.({ won: false })
    else process.send?.({ error: String(error) })
  }
})
process.send?.('ready')
