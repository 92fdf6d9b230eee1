import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Clock } from '../../domain/clock.ts'
import type { Abilities } from './abilities.ts'

/** Stores are upgraded, buckets get versions: what was found out is tried again after a week. */
const shelfLife = 7 * 86_400_000

const record = z.strictObject({
  at: z.iso.datetime(),
  abilities: z.strictObject({
    createOnly: z.boolean(),
    completeCreateOnly: z.boolean(),
    ifMatch: z.enum(['quoted', 'bare', 'none']),
    enforcesSha256: z.boolean(),
    checksumHeader: z.boolean(),
    versions: z.boolean(),
  }),
})

export interface Memory {
  /** What was found out within the last week; undefined too where it cannot be read. */
  recall(): Promise<Abilities | undefined>
  /** Remembers it where that is possible; a run does not fail for it. */
  keep(abilities: Abilities): Promise<void>
}

/** What was found out about one place, kept in a file of the state directory. */
export function createMemory(stateDirectory: string, place: readonly string[], clock: Clock): Memory {
  const directory = join(stateDirectory, 'stores')
  const name = createHash('sha256').update(JSON.stringify(place)).digest('hex').slice(0, 32)
  const file = join(directory, `s3-${name}.json`)
  return {
    async recall() {
      try {
        const { at, abilities } = record.parse(JSON.parse(await readFile(file, 'utf8')))
        const age = clock.now().getTime() - new Date(at).getTime()
        return age >= 0 && age < shelfLife ? abilities : undefined
      } catch {
        return undefined
      }
    },
    async keep(abilities) {
      const text = JSON.stringify({ at: clock.now().toISOString(), abilities })
      try {
        await mkdir(directory, { recursive: true, mode: 0o700 })
        const temporary = `${file}.${process.pid}`
        await writeFile(temporary, text, { mode: 0o600 })
        await rename(temporary, file)
      } catch {
        // An ephemeral runner may have no state directory; the next run tries again.
      }
    },
  }
}
