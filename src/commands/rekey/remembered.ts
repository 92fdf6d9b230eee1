import { createHash } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CommandContext } from '../context.ts'

/** Wraps that this host made, so that a `rekey` that was interrupted goes on where it stopped. */
export interface RememberedWraps {
  /** Whether this host wrapped the key that derives `dataKey` as these bytes for just the recipients of this run. */
  has(wrapped: Uint8Array, dataKey: string): boolean
  add(wrapped: Uint8Array, dataKey: string): Promise<void>
}

/**
 * Opens what the state directory remembers of wraps for `recipients`: hashes, nothing secret. Losing it costs a wrap
 * more where not all identities are at hand. Lines that a crash cut off match nothing.
 */
export async function rememberedWraps(
  { stateDirectory }: CommandContext,
  recipients: readonly string[],
): Promise<RememberedWraps> {
  const file = join(stateDirectory, 'rekeyed.txt')
  const lines = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const known = new Set(lines.split('\n'))
  const about = `${recipients.join(' ')}\n`
  const hashOf = (wrapped: Uint8Array, dataKey: string) =>
    createHash('sha256').update(`${about}${dataKey}\n`).update(wrapped).digest('hex')
  return {
    has: (wrapped, dataKey) => known.has(hashOf(wrapped, dataKey)),
    async add(wrapped, dataKey) {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const handle = await open(file, 'a', 0o600)
      try {
        await handle.appendFile(`${hashOf(wrapped, dataKey)}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
  }
}
