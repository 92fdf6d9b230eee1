import { describe, expect, it } from 'vitest'
import { legsOf } from '../../src/commands/plan/legs.ts'

const db1 = ['self-hosted', 'db-1']

describe('legsOf', () => {
  it('joins the jobs of one runner and environment, in their order', () => {
    const legs = legsOf([
      { name: 'b', runner: db1, environment: 'prod' },
      { name: 'web', runner: ['self-hosted', 'web'], environment: 'prod-web' },
      { name: 'a', runner: ['db-1', 'self-hosted', 'db-1'], environment: 'prod' },
    ])
    expect(legs).toEqual([
      { name: 'prod', runner: db1, environment: 'prod', jobs: 'b,a' },
      { name: 'prod-web', runner: ['self-hosted', 'web'], environment: 'prod-web', jobs: 'web' },
    ])
  })

  it('names each leg apart from the others', () => {
    const legs = legsOf([
      { name: 'a', runner: db1, environment: 'prod' },
      { name: 'b', runner: ['self-hosted', 'db-2', 'gpu'], environment: 'prod' },
      { name: 'c', runner: ['self-hosted'] },
      { name: 'd', runner: ['ubuntu-latest'] },
    ])
    expect(legs.map(({ name, environment }) => [name, environment])).toEqual([
      ['prod on db-1', 'prod'],
      ['prod on db-2 gpu', 'prod'],
      ['self-hosted', ''],
      ['ubuntu-latest', ''],
    ])
  })

  it('makes nothing of nothing', () => {
    expect(legsOf([])).toEqual([])
  })
})
