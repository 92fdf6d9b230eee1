import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../../domain/finding.ts'
import type { SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { findGnuTar } from './gnu-tar.ts'
import { type DirectorySettings, isInside, selectionOf } from './settings.ts'

/** True when a file system is mounted at `path`. */
export async function isMountPoint(path: string): Promise<boolean> {
  const [own, parent] = await Promise.all([stat(path), stat(join(path, '..'))])
  return own.dev !== parent.dev || own.ino === parent.ino
}

/** Throws `source-unreadable` unless `path` is a directory that can be listed and entered. */
export async function checkReadable(path: string): Promise<void> {
  const refuse = (what: string, hint: string, cause?: unknown): HoldfastError =>
    new HoldfastError('source-unreadable', `${path} ${what}`, { hint, context: { path }, cause })
  try {
    const stats = await stat(path)
    if (!stats.isDirectory()) throw refuse('is not a directory', 'Name a directory as `path:`.')
    await access(path, constants.R_OK | constants.X_OK)
  } catch (error) {
    if (error instanceof HoldfastError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw refuse('does not exist', 'Correct `path:`, or mount what should be there.', error)
    throw refuse(
      'cannot be read',
      `Let the user of the backup read it: \`setfacl -m u:USER:rx ${path}\`.`,
      error,
    )
  }
}

function asFinding(error: unknown): Finding {
  if (!(error instanceof HoldfastError)) throw error
  const { code, message, hint } = error
  return { severity: 'error', code, message, ...(hint === undefined ? {} : { hint }) }
}

/** Without GNU tar there are full backups only, and they hold less. */
async function lookForTar(context: SourceContext): Promise<Finding> {
  try {
    const tar = await findGnuTar(context)
    return { severity: 'ok', code: 'tool-found', message: `GNU tar ${tar.version}` }
  } catch (error) {
    const { message, hint } = asFinding(error)
    return {
      severity: 'warning',
      code: 'tar-missing',
      message: `${message}: backups are full ones, without extended attributes, ACLs and holes`,
      ...(hint !== undefined && { hint }),
    }
  }
}

/** What stands in the way of a backup of the directory: tool, path, rights; and patterns that can never match. */
export async function preflightDirectory(
  settings: DirectorySettings,
  context: SourceContext,
): Promise<Finding[]> {
  const findings: Finding[] = []
  if (settings.format !== 'zip') findings.push(await lookForTar(context))
  try {
    const selection = selectionOf(settings)
    await checkReadable(selection.path)
    findings.push({ severity: 'ok', code: 'source-readable', message: `${selection.path} can be read` })
    for (const pattern of selection.exclude.filter(
      (item) => item.startsWith('/') && !isInside(selection.path, item),
    )) {
      findings.push({
        severity: 'warning',
        code: 'exclude-never-matches',
        message: `the exclude pattern ${pattern} lies outside of ${selection.path}`,
        hint: 'Patterns match names and paths below the source: write "*.tmp" or "cache/*".',
      })
    }
  } catch (error) {
    findings.push(asFinding(error))
  }
  return findings
}
