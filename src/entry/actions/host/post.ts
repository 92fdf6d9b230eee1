import { rm } from 'node:fs/promises'
import type { ActionSpec } from './action-spec.ts'
import { savedState } from './saved-state.ts'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'internal'
}

/**
 * A step's `post`: removes its temporary directory, and what a main step that was killed still held. May run any number
 * of times, and never fails a job: a lease that stays is let go by itself after a minute. Loads next to nothing where
 * the main step came to its end.
 */
export async function runPost(load: () => Promise<ActionSpec>): Promise<number> {
  const saved = savedState()
  if (saved === undefined) return 0
  try {
    if (!saved.finished) {
      const spec = await load()
      const { releaseLeases } = await import('./release-leases.ts')
      if (spec.leases) await releaseLeases(spec, saved)
      if (spec.servers) {
        const { removeThrowaway } = await import('./remove-throwaway.ts')
        await removeThrowaway()
      }
    }
  } catch (error) {
    process.stdout.write(`leases were left to run out by themselves: ${codeOf(error)}\n`)
  }
  if (saved.copy !== undefined) {
    try {
      const { removeCopy } = await import('./remove-copy.ts')
      await removeCopy(saved.copy)
    } catch (error) {
      process.stdout.write(`the copy could not be removed: ${codeOf(error)}\n`)
    }
  }
  await rm(saved.temporary, { recursive: true, force: true, maxRetries: 3 })
  return 0
}
