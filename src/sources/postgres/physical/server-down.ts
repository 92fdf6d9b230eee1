import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HoldfastError } from '../../../errors/error.ts'

function mayBeAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Refuses a data directory whose server runs: `server-running`. */
export async function requireServerDown(data: string): Promise<void> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const pid = Number.parseInt(text ?? '', 10)
  if (!(pid > 0) || !mayBeAlive(pid)) return
  throw new HoldfastError('server-running', `a server (process ${pid}) is running on ${data}`, {
    hint:
      'Stop it first, or name it by service, container or server of the source; remove postmaster.pid where no server ' +
      'is left.',
    context: { path: data, pid },
  })
}
