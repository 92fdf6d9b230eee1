import { readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workspace } from './workspace.ts'

test('a backup of a host whose clock was ahead does not pass for the newest', {
  timeout: 180_000,
}, async () => {
  const space = await workspace()
  space.configure({ job: ['every: 24h', 'levels: {0: monthly, 1: otherwise}', 'verify: {}'] })
  writeFileSync(space.path('source/then'), 'then')
  const ahead = new Date(Date.now() + 60 * 86_400_000).toISOString()
  const backup = async (level: string, env = {}) => {
    const ran = await space.run(['backup', '--level', level, '--json'], { env })
    expect(ran.json.errors).toEqual([])
    return ran.json.results[0]
  }
  await backup('0', { HOLDFAST_NOW: ahead })
  writeFileSync(space.path('source/now'), 'now')
  const full = await backup('0')
  const opened = ['--identity', space.identity, '--json']
  const restored = await space.run(['restore', 'tree', '--to', space.path('out'), '--yes', ...opened])
  expect(restored.json.results).toMatchObject([{ id: full.id }])
  expect(readdirSync(space.path('out')).sort()).toEqual(['now', 'then'])
  const due = await space.run(['backup', '--due', '--json'])
  expect(due.json.results).toMatchObject([{ status: 'not-due' }])
  expect((await backup('1')).parent).toBe(full.id)
  const drilled = await space.run(['drill', full.id, ...opened])
  expect(drilled.json).toMatchObject({ exitCode: 0, errors: [] })
  const status = await space.run(['status', '--json'])
  expect(status.json).toMatchObject({ exitCode: 0, results: [{ stale: false }] })
})
