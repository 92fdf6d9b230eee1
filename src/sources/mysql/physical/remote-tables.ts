import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Files of tables with a DATA DIRECTORY: where each belongs, by its name without ending, relative to the data directory. */
export type RemoteTables = Map<string, string>

const ending = '.isl'

/**
 * Takes the links to files elsewhere out of an unpacked copy, whose own files lie in it. A tool or a server that follows
 * one would open the file of the server that was copied, on its host.
 */
export async function takeLinks(directory: string, remote: RemoteTables): Promise<void> {
  for (const name of await readdir(directory, { recursive: true })) {
    if (!name.endsWith(ending)) continue
    const path = join(directory, name)
    remote.set(name.slice(0, -ending.length), (await readFile(path, 'utf8')).trim())
    await rm(path)
  }
}
