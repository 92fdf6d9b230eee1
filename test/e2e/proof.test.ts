import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Workspace, workspace } from './workspace.ts'

const day = 86_400_000
const later = (days: number) => ({ env: { HOLDFAST_NOW: new Date(Date.now() + days * day).toISOString() } })

/** A backup and a drill of it, signed by a key that the configuration trusts. */
async function drilled(): Promise<{ space: Workspace; key: string }> {
  const space = await workspace()
  const { backupSigning, drillSigning } = space.keys
  const signedWith = (key: string) =>
    space.configure({
      job: ['every: 24h', 'verify: {depth: restore, every: 7d}'],
      top: [
        'signing:',
        `  key: $${'{'}file:${space.path('keys', key)}}`,
        `  trust: ["${drillSigning}", "${backupSigning}"]`,
      ],
    })
  space.write('source/a', 'a'.repeat(100_000))
  signedWith('backup-signing.key')
  expect((await space.run(['backup'])).exitCode).toBe(0)
  signedWith('drill-signing.key')
  const drill = await space.run(['drill', '--identity', space.identity, '--json'])
  expect(drill.json).toMatchObject({ exitCode: 0, results: [{ result: 'passed' }] })
  return { space, key: drill.json.results[0].proof as string }
}

const payloadOf = (text: string) => {
  const { payload } = JSON.parse(text) as { payload: string }
  return JSON.parse(Buffer.from(payload, 'base64').toString())
}

describe('holdfast proof', () => {
  it('reads statements that any in-toto verifier understands, and says what they are about', async () => {
    const { space, key } = await drilled()
    const stored = readFileSync(space.path('repository', key), 'utf8')
    expect(payloadOf(stored)).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: expect.stringMatching(/^tree\//), digest: { sha256: expect.any(String) } }],
      predicate: {
        result: 'passed',
        files: 2,
        backup: { source: 'directory', level: 0, ageSeconds: expect.any(Number) },
        restoreSeconds: expect.any(Number),
        checks: expect.arrayContaining([expect.objectContaining({ name: 'freshness', result: 'passed' })]),
      },
    })
    const shown = await space.run(['proof', '--json'])
    expect(shown.json).toMatchObject({
      exitCode: 0,
      results: [
        {
          job: 'tree',
          result: 'passed',
          trusted: true,
          backup: 'there',
          signedBy: space.keys.drillSigning,
          key,
        },
      ],
    })
    expect((await space.run(['proof'])).stdout).toMatch(/tree {2}1 of 1 count/)
    const exported = JSON.parse((await space.run(['proof', '--export', 'json'])).stdout)
    expect(exported.proofs).toEqual([{ destination: 'local', key, envelope: JSON.parse(stored) }])
  })

  it('verifies a file of its own, without any store', async () => {
    const { space, key } = await drilled()
    const stored = readFileSync(space.path('repository', key), 'utf8')
    space.write('copy.json', stored)
    const copy = await space.run(['proof', 'copy.json', '--json'])
    expect(copy.json).toMatchObject({ exitCode: 0, results: [{ trusted: true, backup: 'unknown' }] })

    const { payload, ...rest } = JSON.parse(stored) as { payload: string }
    const forged = Buffer.from(payload, 'base64').toString().replace('"rtoSeconds":', '"rtoSeconds":0')
    space.write('forged.json', JSON.stringify({ ...rest, payload: Buffer.from(forged).toString('base64') }))
    const refused = await space.run(['proof', 'forged.json', '--json'])
    expect(refused.json).toMatchObject({ exitCode: 5, errors: [{ code: 'object-damaged' }] })
  })

  it('tells a tampered proof, which then frees no backup for deletion', async () => {
    const { space, key } = await drilled()
    const file = space.path('repository', key)
    const envelope = JSON.parse(readFileSync(file, 'utf8')) as { payload: string; sha256: string }
    const text = Buffer.from(envelope.payload, 'base64').toString().replace('"passed"', '"failed"')
    writeFileSync(
      file,
      JSON.stringify({
        ...envelope,
        payload: Buffer.from(text).toString('base64'),
        sha256: createHash('sha256').update(text).digest('hex'),
      }),
    )
    const shown = await space.run(['proof', '--json'])
    expect(shown.json).toMatchObject({ exitCode: 5, results: [], errors: [{ code: 'object-damaged' }] })
    expect(shown.json.errors[0]?.message).toMatch(/its signature does not fit its payload/)
    expect((await space.run(['status', '--json'])).json.results[0]).toMatchObject({ state: 'unproven' })
  })

  it('fails a drill of a stale backup as stale, and says that the copy itself is good', async () => {
    const { space } = await drilled()
    const stale = await space.run(['drill', '--identity', space.identity, '--json'], later(3))
    expect(stale.json.exitCode).toBe(5)
    expect(stale.json.results[0]).toMatchObject({
      result: 'failed',
      checks: expect.arrayContaining([
        expect.objectContaining({ name: 'freshness', found: 'stale: newest made 3 d ago' }),
      ]),
    })
    expect(stale.json.errors[0]?.message).toMatch(
      /freshness failed: expected newest backup at most 1 d 6 h old/,
    )
    expect(stale.json.errors[0]?.hint).toMatch(/The copy itself is good/)
    const [{ id }] = stale.json.results
    const asked = await space.run(['drill', id, '--identity', space.identity, '--json'], later(3))
    expect(asked.json).toMatchObject({ exitCode: 0, results: [{ result: 'passed' }] })
  })

  it('calls a drill whose key nobody trusts a report', async () => {
    const { space } = await drilled()
    space.write('holdfast.yml', space.read('holdfast.yml').replace(`"${space.keys.drillSigning}", `, ''))
    const drill = await space.run(['drill', '--identity', space.identity, '--json'])
    expect(drill.json.exitCode).toBe(0)
    expect(drill.json.warnings).toMatchObject([{ code: 'proof-untrusted' }])
    const shown = await space.run(['proof', '--json'])
    expect(shown.json.results).toMatchObject([{ trusted: false }, { trusted: false }])
    expect((await space.run(['status', '--json'])).exitCode).toBe(4)
  })

  it.each([
    ['iso27001', /A\.8\.13 Information backup/, /Yes, every job within its interval/],
    ['soc2', /A1\.2 and A1\.3/, /A1\.3: are recovery procedures tested/],
  ])('makes a document for %s', async (framework, title, answer) => {
    const { space } = await drilled()
    const failed = await space.run(['drill', '--identity', space.identity], later(3))
    expect(failed.exitCode).toBe(5)
    const { stdout, exitCode } = await space.run(['proof', '--export', framework])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(title)
    expect(stdout).toMatch(answer)
    expect(stdout).toMatch(/not yet followed by a passed test/)
    expect(stdout).toContain(`\`${space.keys.drillSigning}\`, pinned`)
  })

  it('makes a document of the jobs that were asked for, and looks for an id where backups are', async () => {
    const { space, key } = await drilled()
    const [, , id = ''] = key.split('/')
    const config = space
      .read('holdfast.yml')
      .replace(
        'local: {',
        `leases: {type: filesystem, path: ${space.path('leases')}}\n  local: {lease-destination: leases, `,
      )
    space.write(
      'holdfast.yml',
      `${config}  other:\n    source: {type: directory, path: ${space.source}}\n    to: [local]\n`,
    )
    const all = await space.run(['proof', '--export', 'iso27001'])
    expect(all.stdout).toContain('other was never restored with success')
    const one = await space.run(['proof', 'tree', '--export', 'iso27001'])
    expect(one.stdout).not.toContain('other')
    expect((await space.run(['proof', id, '--json'])).json).toMatchObject({
      exitCode: 0,
      errors: [],
      results: [{ id }],
    })
  })

  it('names what is odd about a backup beside those before it', async () => {
    const space = await workspace()
    for (let n = 0; n < 3; n++) {
      space.write('source/a', randomBytes(300_000))
      await space.run(['backup', '--level', '0'])
    }
    space.write('source/a', 'nearly nothing')
    await space.run(['backup', '--level', '0'])
    const drill = await space.run(['drill', '--identity', space.identity, '--json'])
    expect(drill.json).toMatchObject({
      exitCode: 0,
      results: [{ result: 'passed', anomalies: [{ code: 'drift-size' }] }],
      warnings: [{ code: 'drift-size', message: expect.stringMatching(/−\d\d\s% off the median/) }],
    })
  })

  it('exits 4 where there is none', async () => {
    const space = await workspace()
    space.write('source/a', 'a')
    await space.run(['backup'])
    expect((await space.run(['proof', '--json'])).json).toMatchObject({
      exitCode: 4,
      errors: [{ code: 'unproven' }],
    })
  })
})
