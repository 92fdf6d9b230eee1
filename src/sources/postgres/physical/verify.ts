import type { DrillCheck } from '../../../domain/drill.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { runTool } from '../../../process/run-tool.ts'
import { verifyArgs } from './argv.ts'

/**
 * Compares every file of a data directory with its `backup_manifest`, and reads the WAL that it needs, with
 * pg_verifybackup of the server's major. A difference is a failed check, not an error.
 */
export async function verifyDirectory(
  program: string,
  directory: string,
  name: string,
  context: SourceContext,
): Promise<DrillCheck> {
  const outcome = await runTool({
    command: program,
    args: verifyArgs(directory),
    environment: { ...context.environment, LC_ALL: 'C' },
    signal: context.signal,
    acceptedExits: [0, 1],
  })
  const expected = 'every file as the server listed it'
  if (outcome.exit.code === 0) return { name, result: 'passed', expected, found: expected }
  const [line = 'it gave no reason'] = outcome.stderr.split('\n').filter(Boolean)
  return { name, result: 'failed', expected, found: line.replace(/^pg_verifybackup: (error: )?/, '') }
}
