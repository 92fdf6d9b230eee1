import { stat } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import type { VerifyCheck } from '../../config/settings.ts'
import type { DrillCheck } from '../../domain/drill.ts'
import { HoldfastError } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import { asHoldfastError } from '../outcome.ts'

export interface CheckSurroundings {
  /** The throwaway copy. */
  readonly directory: string
  /** Asks the throwaway database, where there is one. */
  readonly query?: (sql: string) => Promise<string>
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

function judged(name: string, { min, max, equals }: VerifyCheck, found: string): DrillCheck {
  const number = Number(found)
  const wanted = [
    ...(min === undefined ? [] : [{ text: `at least ${min}`, holds: number >= min }]),
    ...(max === undefined ? [] : [{ text: `at most ${max}`, holds: number <= max }]),
    ...(equals === undefined ? [] : [{ text: String(equals), holds: found === String(equals) }]),
  ]
  const passed = wanted.every(({ holds }) => holds)
  return {
    name,
    result: passed ? 'passed' : 'failed',
    expected: wanted.map(({ text }) => text).join(', '),
    found,
  }
}

/** `file`: it is there, and its size in bytes is within the bounds. */
async function checkFile(
  name: string,
  check: VerifyCheck,
  file: string,
  directory: string,
): Promise<DrillCheck> {
  const path = normalize(file)
  if (path.startsWith('..') || path.startsWith('/')) {
    throw new HoldfastError(
      'config-invalid',
      `the check ${name} names ${file}, which is outside of the copy`,
      {
        hint: 'Write file: as a path relative to the root of the source.',
      },
    )
  }
  const found = await stat(join(directory, path)).catch(() => undefined)
  if (found === undefined) return { name, result: 'failed', expected: 'a file', found: 'nothing' }
  return judged(name, check, String(found.size))
}

/** `run`: exits 0 in the copy, and what it prints is within the bounds. */
async function checkRun(
  name: string,
  check: VerifyCheck,
  [command = '', ...args]: readonly string[],
  { directory, environment, signal }: CheckSurroundings,
): Promise<DrillCheck> {
  try {
    const { stdout } = await runTool({ command, args, environment, cwd: directory, signal })
    return judged(name, check, stdout.toString().trim().slice(0, 200))
  } catch (thrown) {
    signal.throwIfAborted()
    const error = asHoldfastError(thrown)
    if (error.code !== 'tool-failed') throw error
    return { name, result: 'failed', expected: 'exit 0', found: error.message }
  }
}

/** `sql`: the database answers, and its answer is within the bounds. */
async function checkSql(
  name: string,
  check: VerifyCheck,
  sql: string,
  query: (sql: string) => Promise<string>,
): Promise<DrillCheck> {
  try {
    return judged(name, check, await query(sql))
  } catch (thrown) {
    const error = asHoldfastError(thrown)
    if (error.code !== 'check-query-failed') throw error
    return { name, result: 'failed', expected: 'an answer', found: error.message }
  }
}

/** What a check is called in results and proofs. */
export const checkName = ({ name, file, run, sql }: VerifyCheck): string =>
  name ?? file ?? run?.join(' ') ?? sql ?? 'check'

/** The `verify.checks` of a job against a restored copy. Errors: `usage` for SQL where there is no database. */
export async function runChecks(
  checks: readonly VerifyCheck[],
  surroundings: CheckSurroundings,
): Promise<DrillCheck[]> {
  const results: DrillCheck[] = []
  for (const check of checks) {
    const { sql, file, run } = check
    const name = checkName(check)
    if (file !== undefined) results.push(await checkFile(name, check, file, surroundings.directory))
    else if (run !== undefined) results.push(await checkRun(name, check, run, surroundings))
    else if (sql !== undefined && surroundings.query !== undefined) {
      results.push(await checkSql(name, check, sql, surroundings.query))
    } else {
      throw new HoldfastError('usage', `the check ${name} asks a database, and this source has none`, {
        hint: 'Use file: or run: in verify.checks of this job.',
      })
    }
  }
  return results
}
