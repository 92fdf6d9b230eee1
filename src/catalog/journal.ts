import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HoldfastError } from '../errors/error.ts'
import { appendLines } from './journal-lines.ts'
import {
  encodeHeader,
  encodeVolume,
  type JournalContent,
  type JournalHeader,
  type JournalVolume,
  parseJournal,
} from './journal-record.ts'

export type { JournalContent, JournalHeader, JournalVolume } from './journal-record.ts'

export interface Journal {
  readonly path: string
  /** Resolves once the record would survive a power cut; several that wait share one flush. */
  append(record: JournalVolume): Promise<void>
  /** Flushes what waits and closes the file, which stays for whoever looks for runs that died. */
  close(): Promise<void>
  /** After a success: closes and deletes it. */
  remove(): Promise<void>
}

export interface StoredJournal extends JournalContent {
  readonly path: string
}

export interface FoundJournals {
  /** In the order of their names: job, then id. Those of a job whose lease is held by the reader are of dead runs. */
  readonly journals: readonly StoredJournal[]
  /** Files without a whole header: their runs died before they stored anything. */
  readonly unreadable: readonly string[]
}

/**
 * Begins the journal of a run, `<stateDir>/journals/<job>~<id>.jsonl` (directory 0700, file 0600): a header line, then
 * one JSON line a volume, `known` first where a run goes on. Errors: `state-unusable`, `disk-full`.
 */
export async function openJournal(
  stateDir: string,
  run: JournalHeader,
  known?: readonly JournalVolume[],
): Promise<Journal> {
  const directory = join(stateDir, 'journals')
  const path = join(directory, `${run.job}~${run.id}.jsonl`)
  const lines = await translated(path, async () => {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    // That of a run that goes on is replaced as a whole: its last line may have been cut off.
    const partial = `${path}.new`
    if (known) await rm(partial, { force: true })
    const created = appendLines(await open(known ? partial : path, 'ax', 0o600))
    await created.append([encodeHeader(run), ...(known ?? []).map(encodeVolume)].join(''))
    if (known) await rename(partial, path)
    await flushDirectory(directory)
    return created
  })
  return {
    path,
    append: (record) => translated(path, () => lines.append(encodeVolume(record))),
    close: () => translated(path, () => lines.close()),
    remove: () =>
      translated(path, async () => {
        await lines.close()
        await removeJournal(path)
      }),
  }
}

/** Reads all journals of a state directory, each as far as it is whole. Errors: `state-unusable`. */
export async function readJournals(stateDir: string): Promise<FoundJournals> {
  const directory = join(stateDir, 'journals')
  return translated(directory, async () => {
    const journals: StoredJournal[] = []
    const unreadable: string[] = []
    for (const name of (await namesIn(directory)).sort()) {
      if (!name.endsWith('.jsonl')) continue
      const path = join(directory, name)
      const content = parseJournal(await readFile(path, 'utf8'))
      if (content) journals.push({ path, ...content })
      else unreadable.push(path)
    }
    return { journals, unreadable }
  })
}

/** Deletes a journal; succeeds where there is none. */
export async function removeJournal(path: string): Promise<void> {
  await translated(path, () => rm(path, { force: true }))
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

/** Without this the new file's name may not survive a power cut. */
async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

async function translated<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const code = systemCode(cause)
    if (cause instanceof HoldfastError || code === undefined) throw cause
    const isFull = code === 'ENOSPC' || code === 'EDQUOT'
    throw new HoldfastError(
      isFull ? 'disk-full' : 'state-unusable',
      `cannot keep the journal ${path}: ${code}`,
      {
        hint: isFull
          ? 'Free some space on the disk of the state directory, or move it with HOLDFAST_STATE_DIR.'
          : 'Make the state directory writable for this user, or move it with HOLDFAST_STATE_DIR.',
        context: { path },
        cause,
      },
    )
  }
}
