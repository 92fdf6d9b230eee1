import type { ByteString } from '../../../domain/index-entry.ts'
import type { CaptureContext } from '../../../domain/source.ts'
import { displayPath } from '../byte-paths.ts'
import type { DirectorySettings } from '../settings.ts'
import { type Complaints, findingsOf, judge } from '../verdict.ts'

/** Reports what was met, and throws where that must not become a backup. Names that could not be written were not read. */
export function verdictOf({
  settings,
  context,
  complaints,
  unstorable,
  what,
}: {
  readonly settings: DirectorySettings
  readonly context: CaptureContext
  readonly complaints: Complaints
  readonly unstorable: ReadonlySet<ByteString>
  /** What cannot hold those names. */
  readonly what: string
}): { readonly unread: readonly string[] } {
  if (unstorable.size > 0) {
    context.warn({
      severity: 'warning',
      code: 'name-unstorable',
      message: `${unstorable.size} ${unstorable.size === 1 ? 'name' : 'names'} cannot be held by ${what}`,
      hint: 'Exclude them, or let GNU tar make the archive: `format: tar`.',
      names: [...unstorable].map(displayPath),
    })
  }
  for (const path of unstorable) complaints.note('unread', path)
  judge({ code: 0, signal: null }, complaints, settings, context.allowUnread)
  for (const finding of findingsOf(complaints, settings.onUnreadable)) context.warn(finding)
  return { unread: [...complaints.unread].map(displayPath) }
}
