import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HoldfastError } from '../../../errors/error.ts'
import { processExists } from '../../../process/running-process.ts'

/** Refuses a data directory whose server runs: `server-running`. */
export async function requireServerDown(data: string): Promise<void> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const pid = Number.parseInt(text ?? '', 10)
  if (!(pid > 0) || !processExists(pid)) return
  throw new HoldfastError('server-running', `a server (process ${pid}) is running on ${data}`, {
    hint:
      'Stop it first, or name it by service, container or server of the source; remove postmaster.pid where no server ' +
      'is left.',
    context: { path: data, pid },
  })
}
