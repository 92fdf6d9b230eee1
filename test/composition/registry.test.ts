import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDrivers, driverSchemas } from '../../src/composition/drivers.ts'
import { sources, stores } from '../../src/composition/registry.ts'
import { systemClock } from '../../src/process/clock.ts'

const signal = new AbortController().signal

const built = (registry: Readonly<Record<string, { create?: unknown; open?: unknown }>>) =>
  Object.keys(registry)
    .filter((type) => (registry[type]?.create ?? registry[type]?.open) !== undefined)
    .sort()

/** The names with which tests call a conformance suite. */
async function tested(folder: string, call: string): Promise<string[]> {
  const names: string[] = []
  for (const file of await readdir(join(import.meta.dirname, '..', folder), { recursive: true })) {
    if (!file.endsWith('.test.ts')) continue
    const text = await readFile(join(import.meta.dirname, '..', folder, file), 'utf8')
    for (const [, name = ''] of text.matchAll(new RegExp(`^${call}\\(\\s*'([a-z0-9]+)'`, 'gm')))
      names.push(name)
  }
  return names.sort()
}

describe('the registry', () => {
  it('names what the design names', () => {
    expect(Object.keys(sources).sort()).toEqual(['command', 'directory', 'mysql', 'postgres', 'zfs'])
    expect(Object.keys(stores).sort()).toEqual(['azure', 'filesystem', 'rclone', 's3'])
    expect(Object.keys(driverSchemas.sources)).toEqual(Object.keys(sources))
    expect(Object.keys(driverSchemas.destinations)).toEqual(Object.keys(stores))
  })

  it('has every driver that is built in its conformance suite', async () => {
    expect(await tested('stores', 'storeConformance')).toEqual(built(stores))
    expect(await tested('sources', 'sourceConformance')).toEqual(built(sources))
  })

  it('says of the others that they are not built, and what is', async () => {
    const drivers = createDrivers({ clock: systemClock, stateDirectory: '/nonexistent', environment: {} })
    for (const type of ['tape', 'floppy']) {
      expect(() => drivers.source(type)).toThrow(
        expect.objectContaining({
          code: 'driver-not-built',
          exitStatus: 2,
          hint: expect.stringContaining('directory'),
        }),
      )
    }
    const floppy = { name: 'x', type: 'floppy', settings: {} }
    await expect(drivers.store(floppy, 'write', signal)).rejects.toMatchObject({
      code: 'driver-not-built',
      hint: expect.stringContaining('filesystem'),
    })
  })

  it('says what a run is waiting for, and not at every attempt', async () => {
    const said: string[] = []
    const stopped = new AbortController()
    const drivers = createDrivers({
      clock: systemClock,
      stateDirectory: '/nonexistent',
      environment: {},
      onPatience: (text) => {
        said.push(text)
        stopped.abort(new Error('enough'))
      },
    })
    const settings = driverSchemas.destinations.azure?.parse({
      type: 'azure',
      container: 'backup',
      'connection-string':
        'DefaultEndpointsProtocol=http;AccountName=acme;AccountKey=QUJD;BlobEndpoint=http://127.0.0.1:1/acme',
    })
    const store = await drivers.store({ name: 'box', type: 'azure', settings }, 'read', signal)
    await expect(store.get('x', { signal: stopped.signal })).rejects.toThrow('enough')
    expect(said).toEqual([
      expect.stringMatching(/^box: cannot read x: .*ECONNREFUSED.*; trying again for up to 15 minutes$/),
    ])
  })

  it('refuses changes to a store that was opened for reading', async () => {
    const drivers = createDrivers({ clock: systemClock, stateDirectory: '/nonexistent', environment: {} })
    const settings = { path: '/nonexistent' }
    const store = await drivers.store({ name: 'x', type: 'filesystem', settings }, 'read', signal)
    const body = new Uint8Array(1)
    const put = () => store.put('a', body, { signal, sha256: 'x' })
    await expect((async () => put())()).rejects.toMatchObject({ code: 'read-only', exitStatus: 7 })
  })
})
