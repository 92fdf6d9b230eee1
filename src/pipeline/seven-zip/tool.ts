import { basename } from 'node:path'
import type { Secret } from '../../domain/secret.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { findTool, toolMissing } from '../../process/tools.ts'

/** Where 7-Zip's program is called by, the newest first: upstream's, Debian's, and the standalone one of p7zip. */
const names = ['7zz', '7z', '7za']

type Environment = Readonly<Record<string, string>>

/** The path of 7-Zip's program. Errors: `tool-missing`. */
export async function findSevenZip(environment: Environment): Promise<string> {
  for (const name of names) {
    const path = await findTool(name, environment)
    if (path !== undefined) return path
  }
  throw toolMissing('7zz')
}

/**
 * The password as 7-Zip reads it from its standard input, alone: whatever else stands there it would swallow. Errors:
 * `key-invalid` for one of several lines, of which it would take the first.
 */
export function passwordLine(passphrase: Secret): string {
  const text = passphrase.reveal()
  if (!/[\r\n\0]/.test(text) && text !== '') return `${text}\n`
  throw new HoldfastError('key-invalid', 'the passphrase of a 7z archive must be one line', {
    hint: 'Set encryption.passphrase to one line of text: 7-Zip reads no more of it.',
  })
}

/** Messages, not names of files, on standard output; no question but for the password. */
const calm = ['-bd', '-bb0', '-y']

/**
 * Makes an archive of one file: LZMA2, AES-256, encrypted headers. `-p` without a value asks for the password; when an
 * archive is opened it must be left out, since there it means an empty password.
 */
export function packArguments(
  archive: string,
  member: string,
  store: boolean,
  threads: number | undefined,
): string[] {
  return [
    'a',
    '-t7z',
    '-m0=lzma2',
    `-mx=${store ? 0 : 5}`,
    '-mhe=on',
    '-p',
    ...(threads === undefined ? [] : [`-mmt=${threads}`]),
    ...calm,
    '--',
    archive,
    member,
  ]
}

export const testArguments = (archive: string): string[] => ['t', ...calm, '--', archive]
export const listArguments = (archive: string): string[] => ['l', '-slt', ...calm, '--', archive]
export const extractArguments = (archive: string): string[] => ['x', '-so', ...calm, '--', archive]

/** What 7-Zip complains of, as the error that it is: `passphrase-wrong`, `object-damaged`, `disk-full`, else its own. */
export function explain(error: unknown, what: string): unknown {
  if (!hasCode(error, 'tool-failed')) return error
  const said = [error.message, ...((error.context.stderr as readonly string[] | undefined) ?? [])].join('\n')
  const as = (code: 'passphrase-wrong' | 'object-damaged' | 'disk-full', message: string, hint: string) =>
    new HoldfastError(code, message, { hint, context: { archive: basename(what) }, cause: error })
  if (/No space left|errno=28|not enough space/i.test(said)) {
    return as('disk-full', `no room for ${what}`, 'Set spool of the job to a directory on a larger disk.')
  }
  if (/encrypted archive\. Wrong password/i.test(said)) {
    return as(
      'passphrase-wrong',
      `the passphrase does not open the 7z archive ${what}`,
      'Set encryption.passphrase to the one that this archive was made with; rekey does not change it.',
    )
  }
  if (
    /Unexpected end|Headers Error|not archive|Cannot open the file as|CRC Failed|Data Error|Is not/i.test(
      said,
    )
  ) {
    return as(
      'object-damaged',
      `the 7z archive ${what} is damaged or cut off`,
      'Restore from another destination or an earlier backup.',
    )
  }
  return error
}
