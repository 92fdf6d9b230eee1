import type { Readable } from 'node:stream'
import type { DrillCheck } from '../../../domain/drill.ts'
import type { Chain, ChainLink, SourceContext } from '../../../domain/source.ts'
import { type HoldfastError, hasCode } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import { chooseProgram } from '../client/choose.ts'
import { findPrograms, type PostgresProgram } from '../client/programs.ts'
import { type StoredDatabase, type StoredDump, storedDump } from '../restore/layout.ts'
import { unpacked } from '../restore/unpack.ts'
import { createTrailerObserver } from './trailer.ts'

const expected = 'read to its end'

/** A dump that cannot be read is a failed check; an error of anything else stays one. */
async function checked(stream: string, read: () => Promise<void>): Promise<DrillCheck> {
  const name = `contents of ${stream}`
  try {
    await read()
    return { name, result: 'passed', expected, found: expected }
  } catch (error) {
    if (!hasCode(error, 'tool-failed', 'source-truncated')) throw error
    return { name, result: 'failed', expected, found: (error as HoldfastError).message }
  }
}

async function readText(stream: string, content: Readable): Promise<void> {
  const observer = createTrailerObserver(stream)
  for await (const chunk of content as AsyncIterable<Buffer>) observer.write(chunk)
  observer.end()
}

interface Reading {
  readonly context: SourceContext
  readonly link: ChainLink
  /** A pg_restore that is new enough, if this host has one. */
  readonly restorer?: PostgresProgram
  readonly major: number
}

async function callRestorer(
  { context, restorer }: Reading,
  args: readonly string[],
  stdin?: Readable,
): Promise<void> {
  await runTool({
    command: restorer?.path ?? '',
    // `--list` would take an archive that was cut short for whole; to write all of it needs all of it.
    args: ['--file=/dev/null', ...args],
    environment: { ...context.environment, LC_ALL: 'C' },
    signal: context.signal,
    ...(stdin && { stdin }),
  })
}

/** Archives as a stream; those in directory format by way of scratch space. */
async function readArchive(reading: Reading, { stream, format }: StoredDatabase): Promise<void> {
  const open = () => reading.link.open(stream.name)
  if (format !== 'directory') return callRestorer(reading, [], open())
  const { bytes } = stream
  await unpacked({ open, format, bytes }, reading.context, (path) => callRestorer(reading, [path]))
}

async function checkDatabase(reading: Reading, stored: StoredDatabase): Promise<DrillCheck> {
  const { link, restorer, major } = reading
  const { name } = stored.stream
  if (stored.format === 'plain') return checked(name, () => readText(name, link.open(name)))
  if (restorer === undefined) {
    const found = `pg_restore ${major} or newer is not on this host`
    return { name: `contents of ${name}`, result: 'inconclusive', expected, found }
  }
  return checked(name, () => readArchive(reading, stored))
}

async function readingOf(dump: StoredDump, context: SourceContext): Promise<Reading> {
  const { link, major } = dump
  const restorer = chooseProgram(await findPrograms('pg_restore', context), major)
  return { context, link, major, ...(restorer && { restorer }) }
}

/**
 * Reads every stream of a dump to its end: archives by pg_restore into nowhere, texts by their last words. Inconclusive where
 * no pg_restore of this host is new enough.
 */
export async function checkDumpContents(
  context: SourceContext,
  chain: Chain,
): Promise<readonly DrillCheck[]> {
  const dump = storedDump(chain)
  const reading = await readingOf(dump, context)
  const checks: DrillCheck[] = []
  for (const database of dump.databases) checks.push(await checkDatabase(reading, database))
  const { globals, link } = dump
  if (globals) checks.push(await checked(globals.name, () => readText(globals.name, link.open(globals.name))))
  return checks
}
