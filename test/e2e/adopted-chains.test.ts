import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { has } from '../services/program.ts'
import { writeZrbBackup } from '../services/zrb.ts'
import { beginRecord } from '../sources/zfs/begin-record.ts'
import { workspace } from './workspace.ts'

/** Adoption without ZFS: streams come back as files. */
vi.setConfig({ testTimeout: 120_000 })

const dataset = 'tank/home'

/** zrb's chain of two levels, and another level 0 behind it; a job that adopts them. */
async function adopting({ retention = '', partHash = 'blake3' as 'blake3' | 'sha256' } = {}) {
  const space = await workspace()
  const root = space.path('zrb')
  const streams: Buffer[] = []
  const ids: string[] = []
  const made = [
    { level: 0, date: '20260101' },
    { level: 1, date: '20260102' },
    { level: 0, date: '20260201' },
  ]
  for (const [index, { level, date }] of made.entries()) {
    const name = `zrb_level${level}_${date}`
    const from = level === 0 ? {} : { from: BigInt(index) }
    const begin = beginRecord({ name: `${dataset}@${name}`, guid: BigInt(index + 1), ...from })
    const stream = Buffer.concat([begin, randomBytes(150_000)])
    const parent = level === 0 ? {} : { parent: { snapshot: 'zrb_level0_20260101', id: ids[0] ?? '' } }
    const given = { root, recipient: space.keys.recipient, dataset, level, date, snapshot: name, ...parent }
    ids.push(await writeZrbBackup({ ...given, stream, partBytes: 60_000, partHash }))
    streams.push(stream)
  }
  space.write(
    'holdfast.yml',
    `version: 1
destinations:
  local: { type: filesystem, path: ${space.repository} }
  old: { type: filesystem, path: ${root} }
encryption: { recipients: [${space.keys.recipient}], identity-file: ${space.path('keys', 'identity.txt')} }
jobs:
  home: { source: { type: zfs, dataset: ${dataset} }, to: [local], adopt: { zrb: old }${retention} }
`,
  )
  const result = async (...args: string[]) => (await space.run([...args, '--json'])).json
  return { space, root, streams, ids, result }
}

describe.skipIf(!has('age'))('chains that zrb left', () => {
  test('are listed with their levels, also before the first backup', async () => {
    const { ids, result } = await adopting()
    const { results, exitCode } = await result('list', 'home', '--destination', 'old')
    expect(exitCode).toBe(0)
    expect(results).toMatchObject([
      {
        job: 'home',
        id: ids[0],
        level: 0,
        parent: null,
        createdAt: '2026-01-01T00:00:00.000Z',
        adopted: true,
      },
      { id: ids[1], level: 1, parent: ids[0], destination: 'old', complete: true, proven: false },
      { id: ids[2], level: 0, parent: null },
    ])
  })

  test.each(['blake3', 'sha256'] as const)('come back level by level; parts have %s', async (partHash) => {
    const { space, ids, streams, result } = await adopting({ partHash })
    const { results } = await result('restore', ids[1] ?? '', '--to', './out/', '--yes')
    expect(results[0]).toMatchObject({ id: ids[1], chain: [ids[0], ids[1]] })
    for (const index of [0, 1])
      expect(
        readFileSync(space.path('out', `tank%2Fhome.${index}.zfs`)).equals(streams[index] ?? Buffer.of()),
      ).toBe(true)
    const dry = await result('restore', ids[2] ?? '', '--to', './dry/', '--dry-run')
    expect(dry.results[0].plan).toContain('written by zrb')
    expect(existsSync(space.path('dry'))).toBe(false)
  })

  test('a part that is altered, missing or for another key is an error that names it, and nothing is put in place', async () => {
    const { space, root, ids, result } = await adopting()
    const folder = `${root}/data/${ids[1]}`
    const [first = ''] = readdirSync(folder).sort()
    const whole = readFileSync(`${folder}/${first}`)
    const flipped = Buffer.from(whole)
    flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1
    writeFileSync(`${folder}/${first}`, flipped)
    const altered = await result('restore', ids[1] ?? '', '--to', './out/', '--yes')
    expect(altered).toMatchObject({ exitCode: 5, errors: [{ code: 'object-damaged' }] })
    expect(altered.errors[0]?.message).toContain(first)
    // Two parts in each other's place: age knows nothing of their order.
    const [, second = ''] = readdirSync(folder).sort()
    writeFileSync(`${folder}/${first}`, readFileSync(`${folder}/${second}`))
    const swapped = await result('restore', ids[1] ?? '', '--to', './swapped/', '--yes')
    expect(swapped.errors).toMatchObject([{ code: 'object-damaged' }])
    writeFileSync(`${folder}/${first}`, whole)
    await space.run(['keygen', '--out', 'others'])
    const others = ['--identity', 'others/identity.txt']
    expect(await result('restore', ids[1] ?? '', '--to', './out2/', '--yes', ...others)).toMatchObject({
      errors: [{ code: 'identity-wrong' }],
    })
    rmSync(`${folder}/${second}`)
    expect(await result('restore', ids[1] ?? '', '--to', './out3/', '--yes')).toMatchObject({
      errors: [{ code: 'chain-broken' }],
    })
    const { results } = await result('list', '--destination', 'old')
    expect(results.map(({ complete }) => complete)).toEqual([true, false, true])
  })

  test('a manifest that cannot be read is told, and keeps everything', async () => {
    const { root, ids, result } = await adopting({ retention: ', retention: { keep-last: 1 }' })
    writeFileSync(`${root}/manifests/${ids[2]}/task_manifest.yaml`, 'blake3_hash: nonsense\n')
    const listed = await result('list', '--destination', 'old')
    expect(listed).toMatchObject({ exitCode: 5, errors: [{ code: 'manifest-damaged' }] })
    expect(await result('restore', ids[2] ?? '', '--to', './x/', '--yes')).toMatchObject({
      errors: [{ code: 'manifest-damaged' }],
    })
  })

  test('adopt is for ZFS, and names a destination of its own', async () => {
    const { space, result } = await adopting()
    const text = readFileSync(space.path('holdfast.yml'), 'utf8')
    for (const [from, to, says] of [
      ['zrb: old', 'zrb: odl', 'did you mean old'],
      ['zrb: old', 'zrb: local', "this job's own backups"],
      [`type: zfs, dataset: ${dataset}`, 'type: directory, path: /srv', 'only for type: zfs'],
    ] as const) {
      space.write('holdfast.yml', text.replace(from, to))
      const { exitCode, errors } = await result('list')
      expect([exitCode, errors[0]?.code]).toEqual([2, 'config-invalid'])
      expect(errors[0]?.message).toContain(says)
    }
  })
})
