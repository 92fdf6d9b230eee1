import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HoldfastError } from '../errors/error.ts'

/** A lock that this process holds. */
export interface HostLock {
  /** Idempotent. */
  release(): void
}

const busy = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy
}

/**
 * Locks `path` among the processes of this host until released, or until this process ends however it ends: it is the
 * kernel's lock on an empty SQLite database, so nobody has to judge whether a holder still lives. The holder's process
 * id stands in `<path>.pid`. `what` names in the error what is locked. Errors: `busy`, `state-unusable`.
 */
export async function lockOnHost(path: string, what: string): Promise<HostLock> {
  let database: DatabaseSync | undefined
  const owner = `${path}.pid`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    database = new DatabaseSync(path, { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
    await writeFile(owner, `${process.pid}\n`, { mode: 0o600 })
  } catch (cause) {
    database?.close()
    if (!isBusy(cause)) {
      throw new HoldfastError('state-unusable', `cannot lock ${path}`, {
        hint: 'Make the state directory writable for this user, or move it with HOLDFAST_STATE_DIR.',
        context: { path },
        cause,
      })
    }
    const pid = (await readFile(owner, 'utf8').catch(() => '')).trim()
    throw new HoldfastError('busy', `process ${pid || 'unknown'} of this host works on ${what}`, {
      hint: 'Wait until it has ended, or look at what keeps it.',
      context: { path, pid },
    })
  }
  const held = database
  return {
    release() {
      if (held.isOpen) held.close()
    },
  }
}
