import { expect, it } from 'vitest'
import type { DatabaseContents } from '../../../src/domain/copy.ts'
import { compareContents } from '../../../src/report/compare/compare.ts'
import { compareLines } from '../../../src/report/compare/lines.ts'

const of = (...tables: DatabaseContents['tables'][number][]): DatabaseContents => ({ tables })
const users = { name: 'public.users', rows: 1000, columns: { id: 'integer not null', email: 'text' } }

it('finds nothing where nothing changed, in whatever order', () => {
  const turned = { ...users, columns: { email: 'text', id: 'integer not null' } }
  expect(compareContents(of(users), of(turned))).toEqual([])
  expect(compareContents(of(), of())).toEqual([])
})

it('names tables, columns and rows that are others', () => {
  const old = { name: 'public.old', rows: 3, columns: {} }
  const fresh = { name: 'app.fresh', rows: 0, columns: { a: 'integer' } }
  const changed = { name: users.name, rows: 1200, columns: { id: 'bigint not null', phone: 'text' } }
  expect(compareContents(of(users, old), of(changed, fresh))).toEqual([
    { table: 'app.fresh', change: 'added', rowsBefore: undefined, rowsAfter: 0, columns: [] },
    { table: 'public.old', change: 'removed', rowsBefore: 3, rowsAfter: undefined, columns: [] },
    {
      table: 'public.users',
      change: 'changed',
      rowsBefore: 1000,
      rowsAfter: 1200,
      columns: [
        { name: 'email', before: 'text', after: undefined },
        { name: 'id', before: 'integer not null', after: 'bigint not null' },
        { name: 'phone', before: undefined, after: 'text' },
      ],
    },
  ])
})

it('does not let a name of a migration become markup or a mention', () => {
  const evil = { name: 'public.`@team` | <img>', rows: 1, columns: {} }
  const type = '"@team <b>"'
  const changed = { ...users, columns: { ...users.columns, x: type } }
  const changes = compareContents(of(users), of(changed, evil))
  const result = {
    job: 'a_b',
    id: 'i',
    createdAt: '2026-11-20T02:17:00.000Z',
    seconds: 95,
    tables: 2,
    changes,
  }
  const [facts, ...table] = compareLines([result])
  expect(facts).toContain('1 min 35 s since it was restored · 2 tables changed, 2 tables now')
  expect(table.join('\n')).toContain("➕ `public.'@team' \\| <img>`")
  expect(table.join('\n')).toContain('&#64;team &#60;b&#62;')
  expect(table.join('\n').replace(/`[^`]*`/g, '')).not.toMatch(/@|<(?!br>)/)
})
