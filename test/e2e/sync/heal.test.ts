import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { encodeTombstone } from '../../../src/catalog/tombstones.ts'
import { type Two, twoDestinations } from './two.ts'

const minute = { timeout: 120_000 }

function flip(space: Two, name: string, key: string): void {
  const body = readFileSync(space.path(name, key))
  const place = body.length >> 1
  body[place] = (body[place] ?? 0) ^ 1
  writeFileSync(space.path(name, key), body)
}

function expectAlike(space: Two): void {
  const keys = ['data/', 'keys/', 'state/', 'manifests/'].flatMap((prefix) => space.at('one', prefix))
  for (const key of keys) {
    expect({
      key,
      same: readFileSync(space.path('two', key)).equals(readFileSync(space.path('one', key))),
    }).toEqual({
      key,
      same: true,
    })
  }
}

test('missing and damaged objects are healed after asking, each as it was written', minute, async () => {
  const space = await twoDestinations()
  const id = await space.backup()
  const [data = '', ...others] = space.at('two', `data/tree/${id}/`).filter((key) => /\/\d{8}-/.test(key))
  const meta = space.at('two', `data/tree/${id}/meta-`)[0] ?? ''
  const volumes = space.at('two', `data/tree/${id}/volumes-`)[0] ?? ''
  expect(others.length).toBeGreaterThan(0)
  rmSync(space.path('two', data))
  writeFileSync(space.path('two', meta), 'short')
  flip(space, 'two', volumes)
  flip(space, 'two', `manifests/tree/${id}.json`)
  rmSync(space.path('two/keys/tree'), { recursive: true })

  const asked = await space.sync()
  expect({ exit: asked.exit, codes: asked.codes }).toEqual({ exit: 7, codes: ['confirmation-needed'] })
  expect(readFileSync(space.path('two', meta), 'utf8')).toBe('short')
  const planned = await space.sync('--dry-run', '--depth', 'checksum')
  const bad = (result: { healed: { key: string; what: string }[] }) =>
    Object.fromEntries(result.healed.map(({ key, what }) => [key, what]))
  const all = {
    [data]: 'missing',
    [`keys/tree/${id}/1.age`]: 'missing',
    [meta]: 'damaged',
    [volumes]: 'damaged',
    [`manifests/tree/${id}.json`]: 'damaged',
  }
  expect({ exit: planned.exit, bad: bad(planned.result) }).toEqual({ exit: 0, bad: all })
  const healed = await space.sync('--depth', 'checksum', '--yes')
  expect({ exit: healed.exit, bad: bad(healed.result) }).toEqual({ exit: 0, bad: all })
  const how = new Set(healed.result.healed.map((each: { how: string }) => each.how))
  expect([...how].sort()).toEqual(['created', 'replaced'])
  expectAlike(space)
  const audit = space.at('two', 'logs/_cleanup/')
  expect(audit).toHaveLength(1)
  expect(space.read(`two/${audit[0]}`)).toContain(`${meta} is not what was written`)
  const [verified] = await space.results(
    'verify',
    id,
    '--depth',
    'checksum',
    '--destination',
    'two',
    '--identity',
    space.identity,
  )
  expect(verified).toMatchObject({ result: 'passed', damaged: [] })
})

test(
  'a copy is never made of damage: what no destination has whole is named, the rest goes on',
  minute,
  async () => {
    const space = await twoDestinations()
    const bad = await space.backup('--level', '0')
    const good = await space.backup('--level', '0')
    rmSync(space.path('two'), { recursive: true })
    const key = space.at('one', `data/tree/${bad}/`).find((each) => /\/\d{8}-/.test(each)) ?? ''
    flip(space, 'one', key)
    const { exit, codes, result } = await space.sync()
    expect({ exit, codes }).toEqual({ exit: 3, codes: ['object-damaged'] })
    expect(result).toMatchObject({
      status: 'partial',
      copied: [{ id: good }],
      failed: [{ id: bad, code: 'object-damaged', message: expect.stringContaining(key) }],
    })
    expect(space.at('two', 'manifests/')).toEqual([`manifests/tree/${good}.json`])
  },
)

test('three destinations: each object comes from one that has it whole', minute, async () => {
  const space = await twoDestinations()
  const file = space.read('holdfast.yml')
  space.write(
    'holdfast.yml',
    file
      .replace(
        'destinations:\n',
        `destinations:\n  three: {type: filesystem, path: ${space.path('three')}}\n`,
      )
      .replace('to: [one, two]', 'to: [one, two, three]'),
  )
  const id = await space.backup()
  const keys = space.at('one', `data/tree/${id}/`)
  flip(space, 'one', keys[0] ?? '')
  flip(space, 'three', keys[1] ?? '')
  rmSync(space.path('two'), { recursive: true })
  expect(await space.sync()).toMatchObject({ exit: 0, result: { copied: [{ id }] } })
  const all = await space.run(['sync', '--depth', 'checksum', '--yes', '--json'])
  expect(all.json.errors).toEqual([])
  const healed = all.json.results.flatMap((each) =>
    each.healed.map(({ key }: { key: string }) => [each.destination, key]),
  )
  expect(healed).toEqual([
    ['one', keys[0]],
    ['three', keys[1]],
  ])
  expectAlike(space)
})

test('a run that cleanup gave up at one destination comes back from another', minute, async () => {
  const space = await twoDestinations()
  const id = await space.backup()
  rmSync(space.path('two/data'), { recursive: true })
  rmSync(space.path('two/keys'), { recursive: true })
  writeFileSync(space.path(`two/manifests/tree/${id}.json`), encodeTombstone(new Date()))
  expect(await space.sync()).toMatchObject({ exit: 0, result: { copied: [{ id }] } })
  expectAlike(space)
})

test('what a dead run left damaged is replaced only after asking', minute, async () => {
  const space = await twoDestinations()
  const id = await space.backup()
  rmSync(space.path(`two/manifests/tree/${id}.json`))
  const key = space.at('two', `data/tree/${id}/`)[0] ?? ''
  writeFileSync(space.path('two', key), 'cut')
  expect(await space.sync()).toMatchObject({ exit: 7, codes: ['confirmation-needed'] })
  expect(space.at('two', 'manifests/')).toEqual([])
  expect(await space.sync('--yes')).toMatchObject({ exit: 0, result: { copied: [{ id }] } })
  expectAlike(space)
})
