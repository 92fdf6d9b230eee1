import type { DatabaseFingerprint } from '../../fingerprint.ts'
import type { Session } from '../connection/session.ts'
import { quoteLiteral } from '../sql/literal.ts'
import { quoteIdentifier } from '../sql/quote.ts'

/** Where a new database had to be made otherwise than it was. */
export interface Created {
  /** What the server said against the locale of the backup. */
  readonly otherLocale?: string
}

type Creation = DatabaseFingerprint['creation']

/** The clauses of CREATE DATABASE that repeat encoding and locale, on a server of `major`. */
export function localeClauses(creation: Creation, major: number): string {
  const { encoding, collate, ctype, provider, locale } = creation
  const clause = (name: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [`${name} ${quoteLiteral(value)}`]
  const icu = provider === 'icu' && major >= 15
  const builtin = provider === 'builtin' && major >= 17
  return [
    ...clause('encoding', encoding),
    ...clause('lc_collate', collate),
    ...clause('lc_ctype', ctype),
    ...(icu ? ['locale_provider icu', ...clause('icu_locale', locale)] : []),
    ...(builtin ? ['locale_provider builtin', ...clause('builtin_locale', locale)] : []),
  ].join(' ')
}

const sameEncodingAnyLocale = ({ encoding = 'UTF8' }: Creation): string =>
  `encoding ${quoteLiteral(encoding)} lc_collate 'C' lc_ctype 'C'`

/** SQLSTATEs of a locale or provider that a server does not have. */
const localeErrors = new Set(['22023', '42704', '42809', '0A000'])

/**
 * Makes an empty database as the one that was backed up: from template0, with its encoding and locale; where the server
 * lacks that locale, with C. Errors: those of the server.
 */
export async function createDatabase(
  session: Session,
  database: string,
  creation: Creation,
  major: number,
): Promise<Created> {
  const create = (clauses: string) =>
    session.query(`create database ${quoteIdentifier(database)} template template0 ${clauses}`)
  try {
    await create(localeClauses(creation, major))
    return {}
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === undefined || !localeErrors.has(code)) throw error
    await create(sameEncodingAnyLocale(creation))
    return { otherLocale: message }
  }
}
