import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workspace } from './workspace.ts'

describe('holdfast report', () => {
  it('shows state, sizes and the newest backups, and exits as status does', async () => {
    const space = await workspace()
    space.configure({ job: ['every: 24h', 'verify: {depth: restore, every: 7d}'] })
    space.write('source/a', 'a'.repeat(100_000))
    const missing = await space.run(['report', '--json'])
    expect(missing.exitCode).toBe(4)
    expect(missing.json.errors.map(({ code }) => code)).toEqual(['repository-missing', 'stale'])
    expect(missing.json.results).toMatchObject([{ state: 'missing', backups: 0, recent: [] }])
    await space.run(['backup'])
    await space.run(['backup', '--level', '0'])
    const unproven = await space.run(['report', '--json'])
    expect(unproven.exitCode).toBe(4)
    expect(unproven.json).toMatchObject({
      command: 'report',
      status: 'stale',
      results: [{ job: 'tree', destination: 'local', state: 'unproven', backups: 2 }],
    })
    const [{ recent, storedBytes }] = unproven.json.results
    expect(recent).toHaveLength(2)
    expect(recent[0].createdAt > recent[1].createdAt).toBe(true)
    expect(storedBytes).toBe(recent[0].storedBytes + recent[1].storedBytes)

    await space.run(['drill', '--identity', space.identity])
    const proven = await space.run(['report', '--markdown'])
    expect({ exitCode: proven.exitCode, stderr: proven.stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(proven.stdout).toMatch(/^### ✅ Backups\n\nall fresh and proven as wanted · 2 backups · /)
    expect(proven.stdout).toMatch(/\| ✅ \| \*\*tree\*\* \| local \| .* \| 2 \| /)
    expect(proven.stdout).toContain(`| \`${recent[0].id}\` | full |`)
    const { json } = await space.run(['report', '--json'])
    expect(json.results[0].restores).toMatchObject([{ passed: true, rtoSeconds: expect.any(Number) }])
    expect(json.results[0].restores[0].rpoSeconds).toBeLessThan(600)
    expect(proven.stdout).toMatch(/\| \*\*tree\*\* \| local \| 1 of 1 passed \| .+\ss \| +\| /)
    const shown = await space.run(['report'])
    expect(shown.stdout).toMatch(/tree +local +2 +.*▇?█/)
    const stale = { env: { HOLDFAST_NOW: new Date(Date.now() + 5 * 86_400_000).toISOString() } }
    const late = await space.run(['report', '--markdown'], stale)
    expect(late.exitCode).toBe(4)
    expect(late.stdout).toMatch(/^### ⚠️ Backups: stale\n\n- ❌ tree at local is stale `stale`/)
  })

  it('writes pages of what it found', async () => {
    const space = await workspace()
    space.configure()
    space.write('source/a', 'a')
    const made = await space.run(['backup', '--json'])
    await space.run(['drill', '--identity', space.identity])
    const paged = await space.run(['report', '--html', 'site'])
    expect(paged.exitCode).toBe(0)
    expect(paged.stderr).toMatch(/pages written: \S+\/site\/index\.html/)
    const page = readFileSync(join(space.root, 'site', 'jobs', 'tree.html'), 'utf8')
    expect(page).toContain(`<code>${made.json.results[0]?.id}</code>`)
    expect(page).toMatch(/proofs\/tree\/\S+\.json/)
    expect(page).toMatch(/<td[^>]*data-title="What"><div>drill<\/div>/)
    expect(page).not.toContain('AGE-SECRET-KEY')
    const taken = await space.run(['report', '--html', 'holdfast.yml', '--json'])
    expect(taken.exitCode).toBe(1)
    expect(taken.json.errors).toMatchObject([{ code: 'target-unwritable' }])
  })
})
