import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HoldfastError } from '../../../errors/error.ts'
import { isTokenGone, processToken } from '../../../process/running-process.ts'
import { commandsBack, commandsOn } from './commands.ts'
import { stagedAt } from './origin.ts'
import type { PlaceRecord, Step } from './steps.ts'

const where: Readonly<Record<Step, string>> = {
  staging: 'nothing of the server was touched yet',
  stopping: 'the server may be stopped, its data is untouched',
  moving: 'the old data was being moved away',
  placing: 'the old data is moved away, the new was being put in place',
  starting: 'the new data is in place and the server was being started on it',
  'rolling-back': 'the new data was being taken away again, the old is kept',
  'putting-back': 'the old data was being put back',
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

/** Where an interrupted restore stands, and how to go on or back, as the error that refuses another one. */
function interrupted(record: PlaceRecord, file: string): HoldfastError {
  const { datadir, safety, staging, step } = record
  const on = commandsOn(record)
  const ways = [`go back: ${commandsBack(record)}`, ...(on === undefined ? [] : [`go on: ${on}`])].join(
    '. To ',
  )
  return new HoldfastError(
    'restore-interrupted',
    `an earlier restore into ${datadir} was interrupted: ${where[step]}`,
    {
      hint: `To ${ways}. Then remove ${file}, and restore again if you want to.`,
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
  for (const path of stagedAt(record.staging)) await rm(path, { recursive: true, force: true })
  await rm(file, { force: true })
}
