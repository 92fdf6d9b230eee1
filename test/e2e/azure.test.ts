import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { BlobServiceClient } from '@azure/storage-blob'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Azurite, startAzurite } from '../services/azurite.ts'
import { type Workspace, workspace } from './workspace.ts'

/** A directory to Azure Blob Storage and back, as a user does it. */
vi.setConfig({ testTimeout: 120_000 })

let azurite: Azurite
let made = 0

beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(() => azurite.stop())

interface Place {
  readonly space: Workspace
  readonly container: string
  readonly env: Readonly<Record<string, string>>
  run: Workspace['run']
}

async function place(job: readonly string[] = [], more = ''): Promise<Place> {
  const space = await workspace()
  const container = `e2e-${made++}`
  const env = { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString }
  mkdirSync(`${space.source}/deep/er`, { recursive: true })
  writeFileSync(`${space.source}/a.txt`, 'a\n')
  writeFileSync(
    `${space.source}/deep/er/b.bin`,
    Buffer.alloc(20_000_000, 'random enough to cut into volumes'),
  )
  space.configure({
    destinations: [
      `box: {type: azure, container: ${container}, prefix: prod/one, connection-string: "\${AZURE_STORAGE_CONNECTION_STRING}"${more}}`,
    ],
    to: 'box',
    encryption: [`recipients: [${space.keys.recipient}]`, `identity-file: ${space.identity}`],
    job,
  })
  return { space, container, env, run: (args, options) => space.run(args, { env, ...options }) }
}

async function blobsOf(container: string): Promise<Map<string, string | undefined>> {
  const blobs = new Map<string, string | undefined>()
  const client = BlobServiceClient.fromConnectionString(azurite.connectionString).getContainerClient(
    container,
  )
  for await (const { name, properties } of client.listBlobsFlat()) blobs.set(name, properties.accessTier)
  return blobs
}

test('backs up encrypted, adds an increment, lists, verifies, drills, restores and prunes', async () => {
  const { space, container, run } = await place(['retention: {keep-last: 1}'], ', access-tier: Cool')
  expect((await run(['doctor', '--json'])).json).toMatchObject({ status: 'success' })
  expect((await run(['backup', '--json'])).json).toMatchObject({ status: 'success', results: [{ level: 0 }] })
  writeFileSync(`${space.source}/c.txt`, 'c\n')
  expect((await run(['backup', '--json'])).json).toMatchObject({ status: 'success', results: [{ level: 1 }] })
  const blobs = await blobsOf(container)
  for (const [name, tier] of blobs) {
    expect(name).toMatch(/^prod\/one\//)
    expect([name, tier]).toEqual([name, name.startsWith('prod/one/data/') ? 'Cool' : 'Hot'])
  }
  expect((await run(['list', '--json'])).json.results.map(({ level }) => level)).toEqual([0, 1])
  expect((await run(['verify', '--json'])).json).toMatchObject({ status: 'success' })
  expect((await run(['drill', '--json'])).json.results[0]).toMatchObject({ result: 'passed' })
  const restored = await run(['restore', 'tree', '--to', space.path('back'), '--yes', '--json'])
  expect(restored.json).toMatchObject({ status: 'success' })
  execFileSync('diff', ['-r', space.path('back'), space.source])
  const one = await run([
    'restore',
    'tree',
    '--to',
    space.path('one'),
    '--include',
    'c.txt',
    '--yes',
    '--json',
  ])
  expect(one.json.results[0].fetchedBytes).toBeLessThan(200_000)
  expect((await run(['backup', '--level', '0', '--json'])).json).toMatchObject({ status: 'success' })
  const cleanup = await run(['cleanup', '--yes', '--json'])
  // The proven ones stay besides the newest: no proof is given up for a backup that has none.
  expect(cleanup.json).toMatchObject({ exitCode: 0 })
  expect((await run(['drill', '--json'])).json).toMatchObject({ status: 'success' })
  const second = await run(['cleanup', '--yes', '--json'])
  expect(second.json.results[0].deleted.length + cleanup.json.results[0].deleted.length).toBe(2)
  expect((await run(['list', '--json'])).json.results).toHaveLength(1)
})

test('works from a URL and the environment alone, and through a proxy', async () => {
  const { space, env, container } = await place()
  const url = `azure://${azurite.account}/${container}/from/url`
  const seen: string[] = []
  const proxy = createServer((request, response) => {
    seen.push(request.url ?? '')
    const { hostname, port, pathname, search } = new URL(request.url ?? '')
    const upstream = connect(Number(port), hostname)
    const headers = Object.entries({ ...request.headers, connection: 'close' }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    )
    upstream.write(`${request.method} ${pathname}${search} HTTP/1.1\r\n${headers.join('')}\r\n`)
    request.on('data', (chunk) => upstream.write(chunk))
    upstream.on('data', (chunk) => response.socket?.write(chunk))
    upstream.on('end', () => response.socket?.end())
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const { port } = proxy.address() as { port: number }
  const bare = space.path('bare')
  mkdirSync(bare)
  const at = { cwd: bare, env: { ...env, HTTPS_PROXY: `http://127.0.0.1:${port}` } }
  const options = ['--destination', url, '--json']
  const backup = await space.run(
    ['backup', space.source, '--recipient', space.keys.recipient, ...options],
    at,
  )
  expect(backup.json).toMatchObject({ status: 'success', results: [{ job: 'source' }] })
  expect(seen.length).toBeGreaterThan(5)
  proxy.closeAllConnections()
  proxy.close()
  const direct = { cwd: bare, env }
  expect((await space.run(['list', ...options], direct)).json.results).toMatchObject([{ job: 'source' }])
  const to = ['--to', space.path('back'), '--identity', space.identity, '--yes']
  expect((await space.run(['restore', 'source', ...to, ...options], direct)).json).toMatchObject({
    status: 'success',
  })
  execFileSync('diff', ['-r', space.path('back'), space.source])
  const place2 = ['--to', space.path('again'), '--identity', space.identity, '--yes', '--json']
  expect((await space.run(['restore', url, ...place2], direct)).json).toMatchObject({ status: 'success' })
})

test('two runners at once: one works, the other says busy', async () => {
  const { run } = await place(['hooks: {before: [sleep, "3"]}'])
  await run(['backup', '--json'])
  const outcomes = await Promise.all([
    run(['backup', '--json']),
    run(['backup', '--json', '--on-busy', 'fail']),
  ])
  const codes = outcomes.map(({ exitCode }) => exitCode).sort()
  expect(codes).toEqual([0, 6])
  const busy = outcomes.find(({ exitCode }) => exitCode === 6)
  expect(busy?.json.errors).toMatchObject([{ code: 'busy' }])
})

test('data in the archive tier is asked for with --thaw, and increments need nothing of it', async () => {
  const { space, container, run } = await place([], ', access-tier: Archive')
  expect((await run(['backup', '--json'])).json).toMatchObject({ status: 'success' })
  writeFileSync(`${space.source}/c.txt`, 'c\n')
  expect((await run(['backup', '--json'])).json).toMatchObject({ status: 'success', results: [{ level: 1 }] })
  const tiers = [...(await blobsOf(container))].filter(([name]) => name.startsWith('prod/one/data/'))
  expect(new Set(tiers.map(([, tier]) => tier))).toEqual(new Set(['Archive']))
  const to = ['restore', 'tree', '--to', space.path('back'), '--yes', '--json']
  const early = await run(to)
  expect([early.exitCode, early.json.errors[0]?.code]).toEqual([1, 'object-archived'])
  expect(early.json.errors[0]?.hint).toContain('--thaw')
  const asked = await run([...to, '--thaw'])
  expect([asked.exitCode, asked.json.errors[0]?.code]).toEqual([1, 'object-archived'])
  expect(asked.json.errors[0]?.message).toMatch(/^(\d+) of \d+ objects are on their way/)
  // Azurite needs no hours for it.
  expect((await run([...to, '--thaw'])).json).toMatchObject({ status: 'success' })
  execFileSync('diff', ['-r', space.path('back'), space.source])
})

test('what cannot work is one clear error', async () => {
  const { space, container, run, env } = await place()
  const wrong = { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString.replace('Eby8', 'AAAA') }
  const refused = await run(['backup', '--json'], { env: wrong })
  expect(refused.json.errors).toMatchObject([{ code: 'store-credentials' }])
  expect(`${refused.stdout}${refused.stderr}`).not.toContain(azurite.key.slice(4))
  const nowhere = await run(['list', '--json'])
  expect(nowhere.json.errors).toMatchObject([
    { code: 'bucket-missing', message: `there is no container ${azurite.account}/${container}` },
  ])
  await space.run(['backup', '--quiet'], { env })
  const single = ['package: single', 'object-name: "x-{time:YYYYMMDDHHMMSS}.tar.zst.age"']
  space.configure({
    destinations: [
      `box: {type: azure, container: ${container}, connection-string: "\${AZURE_STORAGE_CONNECTION_STRING}", access-tier: Archive}`,
    ],
    to: 'box',
    job: [...single, 'levels: {0: otherwise}'],
  })
  const archived = await run(['backup', '--json'])
  expect(archived.json.errors[0]).toMatchObject({
    code: 'store-unsupported',
    hint: expect.stringContaining('package: volumes'),
  })
})
