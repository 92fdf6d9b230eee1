import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HandedCopy } from '../../../commands/verify/options.ts'
import type { MadeOnServer } from '../../../domain/copy.ts'
import { Secret } from '../../../domain/secret.ts'

/** What a step leaves for its `post` and for later steps about a copy that stays. It holds passwords. */
export interface CopyRecord {
  /** On a server that was there before. */
  readonly made?: MadeOnServer | undefined
  readonly copy?: HandedCopy | undefined
}

const folder = () => join(process.env.RUNNER_TEMP || tmpdir(), 'holdfast-copies')
const fileOf = (id: string) => join(folder(), `${id}.json`)

const revealed = <Part extends { readonly url: Secret }>(part: Part | undefined) =>
  part && { ...part, url: part.url.reveal() }

/** Writes the record of a copy into the temporary directory of the job, readable by this user alone. */
export async function writeCopy(id: string, { made, copy }: CopyRecord): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const fresh = `${fileOf(id)}.${randomBytes(4).toString('hex')}`
  await writeFile(fresh, JSON.stringify({ made: revealed(made), copy: revealed(copy) }), { mode: 0o600 })
  await rename(fresh, fileOf(id))
}

function read(file: string): CopyRecord | undefined {
  try {
    const { made, copy } = JSON.parse(readFileSync(file, 'utf8'))
    return {
      made: made && { ...made, url: new Secret(made.url) },
      copy: copy && { ...copy, url: new Secret(copy.url) },
    }
  } catch {
    return undefined
  }
}

/** The record of the copy that was kept by this id. */
export function readCopy(id: string): CopyRecord | undefined {
  return read(fileOf(id))
}

/** The copy of a backup that an earlier step of this job left; the latest of several. */
export function copyOfBackup(backup: string): HandedCopy | undefined {
  let names: string[] = []
  try {
    names = readdirSync(folder()).filter((name) => name.endsWith('.json'))
  } catch {
    return undefined
  }
  return names
    .flatMap((name) => read(join(folder(), name))?.copy ?? [])
    .filter(({ id }) => id === backup)
    .sort((a, b) => (a.readyAt < b.readyAt ? 1 : -1))[0]
}

export async function forgetCopy(id: string): Promise<void> {
  await rm(fileOf(id), { force: true })
}
