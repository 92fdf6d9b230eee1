import type { DrillCheck } from '../../../domain/drill.ts'
import { verifyArgs } from './argv.ts'
import type { Bench } from './bench/bench.ts'

/**
 * Compares every file of a data directory with its `backup_manifest`, and reads the WAL that it needs, with
 * pg_verifybackup of the server's major. A difference is a failed check, not an error.
 */
export async function verifyDirectory(bench: Bench, directory: string, name: string): Promise<DrillCheck> {
  const outcome = await bench.run('pg_verifybackup', verifyArgs(directory), { acceptedExits: [0, 1] })
  const expected = 'every file as the server listed it'
  if (outcome.exit.code === 0) return { name, result: 'passed', expected, found: expected }
  const [line = 'it gave no reason'] = outcome.stderr.split('\n').filter(Boolean)
  return { name, result: 'failed', expected, found: line.replace(/^pg_verifybackup: (error: )?/, '') }
}
