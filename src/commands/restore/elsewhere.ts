import type { Finding } from '../../domain/finding.ts'
import { type CommandContext, tell } from '../context.ts'
import { type FoundBackup, findBackup } from '../repository/find.ts'
import { blamesBackup } from '../verify/damage.ts'
import type { RestoreCommandOptions } from './options.ts'

/**
 * The same backup at a destination that was not tried yet, after `error` blamed it at the last one. Undefined where the
 * error is about something else, or nowhere else has it.
 */
export async function elsewhere(
  context: CommandContext,
  { entry }: FoundBackup,
  tried: readonly string[],
  { force }: RestoreCommandOptions,
  error: unknown,
): Promise<{ readonly found: FoundBackup; readonly finding: Finding } | undefined> {
  if (!blamesBackup(error)) return undefined
  const found = await findBackup(context, entry.id, { force, except: tried }).catch(() => undefined)
  context.signal.throwIfAborted()
  if (found === undefined || found.entry.manifestSha256 !== entry.manifestSha256) return undefined
  if (found.chain.some(({ shredded }) => shredded)) return undefined
  const finding: Finding = {
    severity: 'warning',
    code: 'restored-elsewhere',
    message: `${entry.id} is damaged at ${tried.at(-1)}: ${error.message}; it is restored from ${found.destination.name}`,
    hint: 'Let `holdfast sync --depth checksum` heal the damaged destination from the other one.',
  }
  tell(context, finding, entry.job)
  return { found, finding }
}
