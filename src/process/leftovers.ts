import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isTokenGone, pidOfToken, processToken } from './running-process.ts'

/** What a run makes outside of the one directory that it was given. */
export interface Leftover {
  /** Process ids of servers, each the leader of a group of its own. */
  readonly servers: readonly number[]
  readonly directories: readonly string[]
  /** It outlives this process: by `id`, until the process `owner` is gone. */
  readonly kept?: { readonly id: string; readonly owner: string } | undefined
}

interface StoredLeftover {
  readonly owner: string
  readonly kept?: string
  readonly servers: readonly string[]
  readonly directories: readonly string[]
}

const folderOf = (stateDirectory: string) => join(stateDirectory, 'throwaway')

async function store(path: string, left: Leftover): Promise<void> {
  const servers = await Promise.all(left.servers.map((pid) => processToken(pid)))
  const { directories, kept } = left
  const owner = kept?.owner ?? (await processToken())
  const stored: StoredLeftover = { owner, servers, directories, ...(kept && { kept: kept.id }) }
  await writeFile(`${path}.new`, JSON.stringify(stored), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** A note of what has to be removed when this process is killed. */
export interface LeftoverNote {
  update(left: Leftover): Promise<void>
  /** It is all removed: nothing has to be. */
  forget(): Promise<void>
}

/** Writes down what {@link removeLeftovers} of a later run is to remove, before it is made. */
export async function noteLeftover(stateDirectory: string, left: Leftover): Promise<LeftoverNote> {
  const folder = folderOf(stateDirectory)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${randomBytes(8).toString('hex')}.json`)
  await store(path, left)
  return { update: (next) => store(path, next), forget: () => rm(path, { force: true }) }
}

async function endServer(token: string): Promise<void> {
  if (await isTokenGone(token)) return
  try {
    process.kill(-pidOfToken(token), 'SIGKILL')
  } catch {
    // It went by itself meanwhile.
  }
}

/**
 * Ends the servers and removes the directories of runs of this machine that were killed before they could, and those that
 * were kept by this id. Returns how many runs that were.
 */
export async function removeLeftovers(stateDirectory: string, id?: string): Promise<number> {
  const folder = folderOf(stateDirectory)
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith('.json')) continue
    const path = join(folder, name)
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const { owner, kept, servers, directories } = JSON.parse(text) as StoredLeftover
    if (!(id !== undefined && kept === id) && !(await isTokenGone(owner))) continue
    for (const token of servers) await endServer(token)
    // A server that was just killed may still be writing.
    const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }
    for (const directory of directories) await rm(directory, options)
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}
