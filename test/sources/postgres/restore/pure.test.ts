import { describe, expect, it } from 'vitest'
import { extensionHint } from '../../../../src/sources/postgres/drill/extensions.ts'
import { localeClauses } from '../../../../src/sources/postgres/restore/create-database.ts'
import { restoreArgs } from '../../../../src/sources/postgres/restore/load.ts'
import { readMessages } from '../../../../src/sources/postgres/restore/messages.ts'
import { quoteLiteral } from '../../../../src/sources/postgres/sql/literal.ts'
import { quoteIdentifier } from '../../../../src/sources/postgres/sql/quote.ts'
import { splitStatements, unquoteIdentifier } from '../../../../src/sources/postgres/sql/statements.ts'

describe('what pg_restore says', () => {
  it('is sorted into failures, each with its object, and what means nothing', () => {
    const { failures, harmless } = readMessages([
      'pg_restore: while PROCESSING TOC:',
      'pg_restore: from TOC entry 3334; 0 16391 TABLE DATA public items postgres',
      'pg_restore: error: COPY failed for table "items": ERROR:  relation "items" does not exist',
      'pg_restore: from TOC entry 5; 2615 2200 SCHEMA public postgres',
      'pg_restore: error: could not execute query: ERROR:  schema "public" already exists',
      'Command was: CREATE SCHEMA public;',
      'pg_restore: warning: errors ignored on restore: 2',
    ])
    expect(failures).toEqual([
      'COPY failed for table "items": ERROR:  relation "items" does not exist (TABLE DATA public items postgres)',
    ])
    expect(harmless).toEqual(['schema "public" already exists', 'errors ignored on restore: 2'])
  })

  it('has warnings, which are failures unless they are known', () => {
    const { failures } = readMessages([
      'pg_restore: warning: requested compression not available in this installation',
    ])
    expect(failures).toEqual(['requested compression not available in this installation'])
  })

  it('says of a server what is no fault of the dump', () => {
    const lines = [
      'psql:<stdin>:9: WARNING:  wal_level is insufficient to publish logical changes',
      'psql:<stdin>:9: WARNING:  "wal_level" is insufficient to publish logical changes',
      'WARNING:  database "shop" has a collation version mismatch',
    ]
    expect(readMessages(lines)).toMatchObject({ failures: [], harmless: { length: 3 } })
    expect(readMessages(['psql:<stdin>:9: WARNING:  no privileges were granted']).failures).toHaveLength(1)
  })

  it('is the same for psql', () => {
    expect(
      readMessages(['psql:<stdin>:12: ERROR:  role "clerk" does not exist', 'LINE 1: ...']).failures,
    ).toEqual(['role "clerk" does not exist'])
    expect(readMessages(['psql:<stdin>:5: error: invalid command \\restrict']).failures).toEqual([
      'invalid command \\restrict',
    ])
  })
})

describe('SQL', () => {
  it('quotes names and texts', () => {
    expect(quoteIdentifier('a "b" c')).toBe('"a ""b"" c"')
    expect(quoteLiteral("it's")).toBe("'it''s'")
    expect(quoteLiteral('a\\b')).toBe("E'a\\\\b'")
    expect(unquoteIdentifier('"a ""b"""')).toBe('a "b"')
    expect(unquoteIdentifier('plain')).toBe('plain')
  })

  it('is split into statements, whatever stands in quotes', () => {
    const sql = [
      '\\restrict TOKEN',
      '-- Roles; with a "quote and an apostrophe\'s',
      'CREATE ROLE "odd;name\n\\x";',
      "ALTER ROLE a WITH PASSWORD 'x;''y' VALID UNTIL 'infinity';",
      "COMMENT ON ROLE a IS E'one\\';two';",
      '\\unrestrict TOKEN',
      'GRANT a TO b',
    ].join('\n')
    expect(splitStatements(sql)).toEqual([
      'CREATE ROLE "odd;name\n\\x"',
      "ALTER ROLE a WITH PASSWORD 'x;''y' VALID UNTIL 'infinity'",
      "COMMENT ON ROLE a IS E'one\\';two'",
      'GRANT a TO b',
    ])
  })
})

describe('arguments', () => {
  it('repeat the locale as far as the server knows such', () => {
    const libc = { encoding: 'UTF8', collate: 'de_DE.utf8', ctype: 'de_DE.utf8', provider: 'libc' }
    expect(localeClauses(libc, 15)).toBe("encoding 'UTF8' lc_collate 'de_DE.utf8' lc_ctype 'de_DE.utf8'")
    const icu = { ...libc, provider: 'icu', locale: 'de-DE' }
    expect(localeClauses(icu, 15)).toMatch(/ locale_provider icu icu_locale 'de-DE'$/)
    expect(localeClauses(icu, 14)).not.toContain('icu')
    const builtin = { ...libc, provider: 'builtin', locale: 'C.UTF-8' }
    expect(localeClauses(builtin, 17)).toMatch(/ locale_provider builtin builtin_locale 'C.UTF-8'$/)
    expect(localeClauses(builtin, 16)).not.toContain('builtin')
  })

  it('of pg_restore', () => {
    expect(restoreArgs({})).toEqual(['--no-password'])
    expect(restoreArgs({ ownerless: true, tablespaces: false, list: '/l', args: ['--jobs=2'] })).toEqual([
      ...['--no-password', '--no-owner', '--no-privileges', '--no-tablespaces', '--use-list=/l', '--jobs=2'],
    ])
  })

  it('tell where an extension comes from', () => {
    expect(extensionHint('postgis', 16)).toBe(
      'install postgresql-16-postgis-3 there, or set verify.server to {image: "postgis/postgis:16-3.5"}',
    )
    expect(extensionHint('my_own', 15)).toMatch(/^install postgresql-15-my-own there, or name an image/)
  })
})
