import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDisk } from './local-remote.ts'

/** Streams an object without end into a store, and says when the first bytes are out. */
const store = await openDisk(process.argv[2] ?? '')
await store.putStream?.(
  'data/streamed',
  (async function* () {
    for (let round = 0; ; round++) {
      yield new Uint8Array(300_000)
      await sleep(100)
      if (round === 5) process.stdout.write('flowing\n')
    }
  })(),
  { signal: new AbortController().signal },
)
