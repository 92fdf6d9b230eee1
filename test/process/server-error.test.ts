import { expect, it } from 'vitest'
import { serverNotStarted } from '../../src/process/server-error.ts'

it('quotes why a server ended, not how it said goodbye', () => {
  const mariadb = ['0 [ERROR] unknown option --a', '0 [ERROR] Aborting', '']
  expect(serverNotStarted('mariadbd', 'ended', mariadb).message).toBe(
    'mariadbd ended: 0 [ERROR] unknown option --a',
  )
  expect(serverNotStarted('mariadbd', 'ended', ['0 [ERROR] Aborting']).message).toMatch(/Aborting$/)
  expect(serverNotStarted('postgres', 'ended', ['FATAL:  no memory', 'shut down']).message).toBe(
    'postgres ended: FATAL:  no memory',
  )
  expect(serverNotStarted('it', 'ended', ['only this']).message).toBe('it ended: only this')
  expect(serverNotStarted('it', 'ended', []).message).toBe('it ended')
})
