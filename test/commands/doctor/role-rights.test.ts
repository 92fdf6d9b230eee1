import { describe, expect, test } from 'vitest'
import { onlyLeases, rightsOf, withoutLeases } from '../../../src/commands/doctor/role-rights.ts'
import type { Right } from '../../../src/domain/right.ts'
import { remedy } from '../../../src/stores/s3/remedy.ts'
import { publishedPolicy } from '../../e2e/s3/published-policies.ts'

interface Statement {
  readonly Effect: string
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
}

const roles = ['backup', 'drill', 'cleanup'] as const

function pairsOf(statements: readonly Statement[]): string[] {
  const pairs = statements.flatMap(({ Effect, Action, Resource }) =>
    Action.flatMap((action) => Resource.map((resource) => `${Effect} ${action} ${resource}`)),
  )
  return [...new Set(pairs)].sort()
}

function statementOf(right: Right): Statement {
  const { lines = [] } = remedy(
    { bucket: 'b', prefix: 'p/q', endpoint: undefined },
    { effect: 'allow', right, needed: [] },
  )
  return JSON.parse(lines.join('\n')) as Statement
}

describe.each(roles)('the %s role', (role) => {
  const { needed, forbidden } = rightsOf(role, { locks: true, outside: [] })

  test('has in docs/roles.md exactly the rights that doctor looks for', () => {
    const published = JSON.parse(publishedPolicy(role, 'b', 'p/q')) as { Statement: Statement[] }
    expect(pairsOf(needed.map(statementOf))).toEqual(pairsOf(published.Statement))
  })

  test('is nowhere forbidden what it needs', () => {
    for (const { operation, places } of forbidden) {
      const own = needed.filter((right) => right.operation === operation).flatMap((right) => right.places)
      expect(own.filter((place) => places.includes(place) || place === '')).toEqual([])
    }
  })

  test('is the sum of its parts where leases lie elsewhere', () => {
    const count = (rights: readonly Right[]) =>
      rights.filter(({ operation }) => operation !== 'list').flatMap(({ places }) => places).length
    const all = rightsOf(role, { locks: true, outside: ['dumps/'] })
    const [data, leases] = [withoutLeases(all), onlyLeases(all)]
    expect(count(data.needed) + count(leases.needed)).toBe(count(all.needed))
    expect(count(data.forbidden) + count(leases.forbidden)).toBe(count(all.forbidden))
  })
})
