import type { DrillCheck } from '../../../domain/drill.ts'
import type { ConnectionSettings } from '../connection/resolve.ts'
import type { Bench } from './bench/bench.ts'

/**
 * Looks for damage inside tables and B-tree indexes of all databases with pg_amcheck, which adds its extension to the
 * copy. Exit status 2 says that it found some.
 */
export async function amcheck(
  bench: Bench,
  { places, user }: Pick<ConnectionSettings, 'places' | 'user'>,
): Promise<DrillCheck> {
  const [place] = places
  const outcome = await bench.run(
    'pg_amcheck',
    [
      `--host=${place?.host}`,
      `--port=${place?.port}`,
      `--username=${user}`,
      '--no-password',
      '--all',
      '--install-missing',
    ],
    { acceptedExits: [0, 1, 2] },
  )
  const expected = 'no damage in tables and indexes'
  if (outcome.exit.code === 0) return { name: 'amcheck', result: 'passed', expected, found: expected }
  const [line = 'it gave no reason'] = `${outcome.stdout}\n${outcome.stderr}`.split('\n').filter(Boolean)
  const result = outcome.exit.code === 2 ? 'failed' : 'inconclusive'
  return { name: 'amcheck', result, expected, found: line.trim() }
}
