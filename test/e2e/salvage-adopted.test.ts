import { execFileSync } from 'node:child_process'
import { createCipheriv, hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { expectError } from './expect-error.ts'
import { type Workspace, workspace } from './workspace.ts'

const timeout = 180_000

function noise(seed: number, bytes: number): Buffer {
  const key = Buffer.from(hash('sha256', String(seed), 'buffer'))
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(bytes))
}

async function withSource(source: string[], name: string): Promise<Workspace> {
  const space = await workspace()
  mkdirSync(space.repository)
  space.configure({
    source,
    encryption: ['none'],
    job: ['package: single', 'levels: {0: otherwise}', `object-name: "old-{time:YYYYMMDD}.${name}"`],
  })
  return space
}

const salvage = (space: Workspace, key: string, ...more: string[]) =>
  space.run(['restore', key, '--salvage', '--to', space.path('out'), '--yes', '--json', ...more])

test('an archive of another tool comes back up to the damage', { timeout }, async () => {
  const space = await withSource(['type: directory', 'path: .'], 'tgz')
  for (let number = 0; number < 20; number += 1)
    writeFileSync(space.path('source', `f${String(number).padStart(2, '0')}`), noise(number, 200_000))
  const archive = execFileSync('tar', ['-czf', '-', '--sort=name', '-C', space.source, '.'], {
    maxBuffer: 2 ** 26,
  })
  writeFileSync(`${space.repository}/old-20260101.tgz`, archive)
  writeFileSync(`${space.repository}/old-20260102.tgz`, archive.subarray(0, 2_500_000))

  const whole = await salvage(space, 'old-20260101.tgz')
  expect(whole.json.errors).toEqual([])
  expect(whole.json.results).toMatchObject([{ files: 20, lostCount: 0 }])
  expect(readdirSync(space.path('out'))).toHaveLength(20)

  const key = 'old-20260102.tgz'
  const again = await salvage(space, key)
  expectError(again, 7, 'target-not-empty')
  const ran = await space.run(['restore', key, '--salvage', '--to', space.path('cut'), '--yes', '--json'])
  expectError(ran, 3, 'salvaged-partly')
  expect(ran.json.results).toMatchObject([
    { files: 12, lostCount: 1, lost: [{ path: 'everything behind f11', object: key }] },
  ])
  expect(ran.json.warnings.map(({ code }) => code)).toEqual(['adopted'])
  const names = readdirSync(space.path('cut'))
  expect(names).toHaveLength(12)
  for (const name of names)
    expect(readFileSync(space.path('cut', name)).equals(readFileSync(space.path('source', name)))).toBe(true)
  expectError(await salvage(space, key, '--include', 'f01'), 1, 'store-unsupported')
})

test('a dump of another tool comes back up to the damage, as a partial file', { timeout }, async () => {
  const space = await withSource(['type: command', 'run: ["true"]'], 'sql.gz')
  const plain = Buffer.from(
    Array.from({ length: 400_000 }, (_, line) => `insert into t values (${line});\n`).join(''),
  )
  const stored = gzipSync(plain)
  expect(gunzipSync(stored).equals(plain)).toBe(true)
  const key = 'old-20260101.sql.gz'
  writeFileSync(`${space.repository}/${key}`, stored.subarray(0, Math.floor(stored.length / 2)))
  const ran = await salvage(space, key)
  expectError(ran, 3, 'salvaged-partly')
  const [result] = ran.json.results
  const { from } = result.lost[0]
  expect(result).toMatchObject({
    target: space.path('out.partial'),
    lost: [{ path: `bytes ${from} to the end`, from, object: key }],
  })
  expect(from).toBeGreaterThan(plain.length / 3)
  const found = readFileSync(space.path('out.partial'))
  expect(found.equals(plain.subarray(0, from))).toBe(true)
  expect(existsSync(space.path('out'))).toBe(false)
  writeFileSync(`${space.repository}/${key}`, stored)
  const whole = await salvage(space, key, '--to', space.path('whole'))
  expect(whole.json.errors).toEqual([])
  expect(readFileSync(space.path('whole')).equals(plain)).toBe(true)
})
