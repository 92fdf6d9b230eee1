import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HoldfastError } from '../../../errors/error.ts'
import { isTokenGone, processToken } from '../../../process/running-process.ts'

/** How far a restore over a data directory has come. */
export type Step = 'staging' | 'stopping' | 'moving' | 'starting' | 'rolling-back'

export interface PlaceRecord {
  readonly owner: string
  readonly datadir: string
  readonly staging: string
  readonly safety: string
  /** Files outside of the data directory that were put aside. */
  readonly outside?: readonly { readonly path: string; readonly safety: string }[]
  readonly step: Step
  /** Nobody works on it any more, though its process may live. */
  readonly abandoned?: boolean
  /** Commands to paste; empty where nobody knows the server. */
  readonly stop: string
  readonly start: string
}

const where: Readonly<Record<Step, string>> = {
  staging: 'nothing of the server was touched yet',
  stopping: 'the server may be stopped, its data is untouched',
  moving: 'the old data may be moved away, the new may be in place',
  starting: 'the new data is in place and the server was being started on it',
  'rolling-back': 'the old data was being put back',
}

function fileOf(stateDirectory: string, datadir: string): string {
  const name = createHash('sha256').update(datadir).digest('hex').slice(0, 16)
  return join(stateDirectory, 'mysql-restores', `${name}.json`)
}

/** Writes down how far a restore is, before it goes on. */
export async function writeRecord(stateDirectory: string, record: Omit<PlaceRecord, 'owner'>): Promise<void> {
  const file = fileOf(stateDirectory, record.datadir)
  await mkdir(join(stateDirectory, 'mysql-restores'), { recursive: true, mode: 0o700 })
  const text = JSON.stringify({ owner: await processToken(), ...record })
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
}

/** The restore is over, one way or the other. */
export async function forgetRecord(stateDirectory: string, datadir: string): Promise<void> {
  await rm(fileOf(stateDirectory, datadir), { force: true })
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`
}

/** Where an interrupted restore stands, and how to go on or back, as the error that refuses another one. */
function interrupted(record: PlaceRecord, file: string): HoldfastError {
  const { datadir, safety, staging, step, stop, start, outside = [] } = record
  const files = outside.map(
    ({ path, safety }) => `[ ! -e ${quoted(safety)} ] || mv ${quoted(safety)} ${quoted(path)}; `,
  )
  const server = (command: string) => (command === '' ? '(the server)' : command)
  const back = `${server(stop)}; [ ! -e ${quoted(safety)} ] || { mv ${quoted(datadir)} ${quoted(`${staging}-failed`)}; mv ${quoted(safety)} ${quoted(datadir)}; }; ${files.join('')}${server(start)}`
  const on = `[ -e ${quoted(datadir)} ] || mv ${quoted(staging)} ${quoted(datadir)}; ${server(start)}`
  // What the tool had moved by then it refuses to move again.
  const onward = outside.length > 0 ? '' : ` To go on: ${on}.`
  return new HoldfastError(
    'restore-interrupted',
    `an earlier restore into ${datadir} was interrupted: ${where[step]}`,
    {
      hint: `To go back: ${back}.${onward} Then remove ${file} and restore again if you want to.`,
      context: { datadir, safety, staging, step, record: file },
    },
  )
}

/**
 * Looks whether an earlier restore into this directory was interrupted. One that had touched nothing is tidied up and
 * forgotten. Errors: `restore-interrupted`, `busy` while it still runs.
 */
export async function checkRecord(stateDirectory: string, datadir: string): Promise<void> {
  const file = fileOf(stateDirectory, datadir)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const record = JSON.parse(text) as PlaceRecord
  if (record.abandoned !== true && !(await isTokenGone(record.owner))) {
    throw new HoldfastError('busy', `another restore into ${datadir} is running`, {
      hint: `Wait for it. If there is none, remove ${file}.`,
      context: { datadir },
    })
  }
  if (record.step !== 'staging') throw interrupted(record, file)
  await rm(record.staging, { recursive: true, force: true })
  await rm(file, { force: true })
}
