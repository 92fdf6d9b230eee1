import { createCipheriv, hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Workspace, workspace } from './workspace.ts'

const timeout = 300_000
const MiB = 1024 * 1024

/** Bytes that do not compress, the same for the same seed. */
function noise(seed: number, bytes: number): Buffer {
  const key = Buffer.from(hash('sha256', String(seed), 'buffer'))
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(bytes))
}

interface Case {
  readonly encrypted: boolean
  readonly single: boolean
  readonly compression: string
}

/** A backup of a stream of 36 MiB and a bit. */
async function backedUp({
  encrypted,
  single,
  compression,
}: Case): Promise<{ space: Workspace; plain: Buffer }> {
  const space = await workspace()
  const plain = noise(7, 36 * MiB + 12_345)
  space.write('stream.bin', plain)
  space.configure({
    source: ['type: command', `run: [cat, ${space.path('stream.bin')}]`],
    job: [`compression: ${compression}`, ...(single ? ['package: single', 'object-name: "s-{id}.bin"'] : [])],
    ...(!encrypted && { encryption: ['none'] }),
  })
  const ran = await space.run(['backup', '--json'])
  expect(ran.json.errors).toEqual([])
  return { space, plain }
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] as number) ^ 0xff
  writeFileSync(file, bytes)
}

async function salvage(space: Workspace) {
  const args = [
    'restore',
    'tree',
    '--salvage',
    '--to',
    space.path('out'),
    '--identity',
    space.identity,
    '--yes',
  ]
  const ran = await space.run([...args, '--json'])
  const [result] = ran.json.results
  return {
    ran,
    result,
    lost: (result?.lost ?? []) as { path: string; from: number; to: number; object: string }[],
  }
}

/** What came back is at its place, and zeros stand where something is lost. */
function expectHoles(file: string, plain: Buffer, lost: readonly { from: number; to: number }[]): void {
  const expected = Buffer.from(plain)
  for (const { from, to } of lost) expected.fill(0, from, to)
  const found = readFileSync(file)
  expect(found.length).toBe(plain.length)
  expect(found.equals(expected)).toBe(true)
}

test('a stream in volumes comes back around its holes', { timeout }, async () => {
  for (const encrypted of [true, false]) {
    const { space, plain } = await backedUp({ encrypted, single: false, compression: 'zstd' })
    const [first, second, third] = space.keysUnder('data/').filter((key) => key.includes('/0000000'))
    flip(`${space.repository}/${first}`, 3 * MiB)
    rmSync(`${space.repository}/${third}`)
    const { ran, result, lost } = await salvage(space)
    expect({ exit: ran.exitCode, codes: ran.json.errors.map(({ code }) => code) }).toEqual({
      exit: 3,
      codes: ['salvaged-partly'],
    })
    expect(existsSync(space.path('out'))).toBe(false)
    expect(result).toMatchObject({ target: space.path('out.partial'), lostCount: 2, damagedCount: 2 })
    // A volume that is not encrypted is checked as a whole.
    const hole = encrypted ? { from: 2 * MiB, to: 4 * MiB } : { from: 0, to: 16 * MiB }
    expect(lost).toMatchObject([
      { ...hole, path: `bytes ${hole.from} to ${hole.to - 1}`, object: first },
      { from: 32 * MiB, to: plain.length, object: third },
    ])
    expectHoles(space.path('out.partial'), plain, lost)
    const lines = readFileSync(result.lostFile as string, 'utf8')
      .trimEnd()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line).from)).toEqual(lost.map(({ from }) => from))
    expect(second).toBeDefined()
  }
})

test.each([
  ['zstd', true, 20 * MiB],
  ['zstd', false, 20 * MiB],
  ['gzip', true, 20 * MiB],
  ['gzip', false, 20 * MiB],
  ['none', true, 21 * MiB],
] as const)(
  'one object comes back up to the damage: %s, encrypted %s',
  { timeout },
  async (compression, encrypted, least) => {
    const { space, plain } = await backedUp({ encrypted, single: true, compression })
    const [object = ''] = readdirSync(space.repository).filter((name) => name.endsWith('.bin'))
    flip(`${space.repository}/${object}`, 21 * MiB + 70_000)
    const { ran, lost } = await salvage(space)
    expect(ran.exitCode).toBe(3)
    expect(lost).toMatchObject([{ to: plain.length, object }])
    expect(lost[0]?.from).toBeGreaterThanOrEqual(least)
    expect(lost[0]?.from).toBeLessThanOrEqual(21 * MiB + 70_000)
    expectHoles(space.path('out.partial'), plain, lost)
  },
)

test('where nothing tells which bytes are wrong, all are doubtful, and the file says so', {
  timeout,
}, async () => {
  const { space, plain } = await backedUp({ encrypted: false, single: true, compression: 'none' })
  const [object = ''] = readdirSync(space.repository).filter((name) => name.endsWith('.bin'))
  flip(`${space.repository}/${object}`, 5 * MiB)
  const { ran, lost } = await salvage(space)
  expect(ran.exitCode).toBe(3)
  expect(lost).toMatchObject([{ from: 0, to: plain.length, path: `bytes 0 to ${plain.length - 1}` }])
  expect(readFileSync(space.path('out.partial')).length).toBe(plain.length)
})

test('a whole stream is a whole file, also where its length is lost', { timeout }, async () => {
  for (const single of [false, true]) {
    const { space, plain } = await backedUp({ encrypted: true, single, compression: 'zstd' })
    for (const meta of space.keysUnder('data/').filter((key) => key.includes('/meta-')))
      rmSync(`${space.repository}/${meta}`)
    const { ran, lost } = await salvage(space)
    expect(ran.json.errors).toEqual([])
    expect(lost).toEqual([])
    const found = readFileSync(space.path('out'))
    expect({ single, bytes: found.length }).toEqual({ single, bytes: plain.length })
    expect(found.equals(plain)).toBe(true)
    expect(existsSync(space.path('out.partial'))).toBe(false)
  }
})

test.each([
  ['gzip', true, false],
  ['zstd', false, false],
  ['zstd', true, true],
  ['gzip', false, true],
] as const)(
  'a directory is salvaged file by file: %s, encrypted %s, one object %s',
  { timeout },
  async (compression, encrypted, single) => {
    const space = await workspace()
    for (let number = 0; number < 30; number += 1) {
      mkdirSync(space.path('source', `d${number % 3}`), { recursive: true })
      writeFileSync(space.path('source', `d${number % 3}`, `f${number}`), noise(number, MiB))
    }
    space.configure({
      job: [
        `compression: ${compression}`,
        ...(single ? ['package: single', 'object-name: "s-{id}.bin"'] : []),
      ],
      ...(!encrypted && { encryption: ['none'] }),
    })
    const back = await space.run(['backup', '--json'])
    expect(back.json.errors).toEqual([])
    const file = single
      ? readdirSync(space.repository).find((name) => name.endsWith('.bin'))
      : space.keysUnder('data/').find((key) => key.includes('/tree/00000000'))
    flip(`${space.repository}/${file}`, single ? 25 * MiB : 5 * MiB)
    const { ran, lost } = await salvage(space)
    expect(ran.exitCode).toBe(3)
    const missing = new Set(lost.map(({ path }) => path))
    expect(missing.size).toBeGreaterThan(0)
    // One object is lost from the damage on, a volume as a whole, a frame of one alone.
    expect(missing.size).toBeLessThanOrEqual(single ? 8 : encrypted ? 4 : 18)
    for (let number = 0; number < 30; number += 1) {
      const name = `d${number % 3}/f${number}`
      const restored = space.path('out', name)
      expect(existsSync(restored)).toBe(!missing.has(name))
      if (existsSync(restored)) expect(readFileSync(restored).equals(noise(number, MiB))).toBe(true)
    }
  },
)
