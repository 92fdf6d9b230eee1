import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { findTool } from '../../../process/tools.ts'

/** Whom a throwaway server runs as. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

async function idsOf(name: string): Promise<Owner | undefined> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((one) => one.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

/** Whether everybody may pass through every directory above `path`. */
async function isPassable(path: string): Promise<boolean> {
  for (let at = dirname(path); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false
    if (at === '/') return true
  }
}

/**
 * Whom a server on `directory` should run as: where this is root, `mysql`, else `nobody`, so that what a dump does in the
 * server can touch nothing else. Undefined: this process's own user, also where that one could not get to the directory.
 */
export async function throwawayOwner(directory: string): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0 || !(await isPassable(directory))) return undefined
  return (await idsOf('mysql')) ?? (await idsOf('nobody'))
}

/** What a program is started through so that it runs as the owner and dies with this process. */
export async function through(
  owner: Owner | undefined,
  environment: Readonly<Record<string, string>>,
): Promise<string[]> {
  const setpriv = await findTool('setpriv', environment)
  if (setpriv === undefined) return []
  const ids = owner === undefined ? [] : [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  return [setpriv, ...ids, '--pdeathsig=KILL', '--']
}
