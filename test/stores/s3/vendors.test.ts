import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../../src/domain/store.ts'
import { withRetry } from '../../../src/stores/decorators/retry.ts'
import { bytes, expectCode, get, listed, put, text } from '../../conformance/store-suite.ts'
import { createInstantClock } from '../../fakes/instant-clock.ts'
import {
  faithful,
  type Script,
  type ScriptedS3,
  startScriptedS3,
  xmlError,
} from '../../services/scripted-s3.ts'
import { never, open } from './open.ts'

const mebibyte = 1024 * 1024
const clock = createInstantClock()
let server: ScriptedS3
let stateDirectory: string

beforeEach(async () => {
  server = await startScriptedS3()
  stateDirectory = await mkdtemp(join(tmpdir(), 'holdfast-vendor-'))
})

afterEach(async () => {
  await server.stop()
  await rm(stateDirectory, { recursive: true })
})

/** Opened while the server does what `vendor` does, and what a run sees of it: with retries. */
async function opened(vendor: Script): Promise<Store> {
  server.script = vendor
  const store = await open(server.settings, { stateDirectory, clock })
  server.asked.length = 0
  server.objects.clear()
  return withRetry(store, { clock, random: () => 0.5 })
}

async function* stream(length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += mebibyte) yield bytes(Math.min(mebibyte, length - at), at + 1)
}

describe('conditions', () => {
  test('are found where they are honoured', async () => {
    const store = await opened(faithful(server.objects))
    expect(store.features).toMatchObject({ createOnly: true, compareAndSwap: true, enforcesSha256: true })
  })

  test('are not used at B2, which answers 501 to them', async () => {
    const b2: Script = ({ headers }) =>
      headers['if-none-match'] || headers['if-match'] ? xmlError(501, 'NotImplemented') : undefined
    const store = await opened(b2)
    expect(store.features).toMatchObject({ createOnly: false, compareAndSwap: false, enforcesSha256: false })
    await expectCode(put(store, 'manifests/x', text('x'), { when: { absent: true } }), 'store-unsupported')
    await put(store, 'manifests/x', text('x'))
    expect(String(await get(store, 'manifests/x'))).toBe('x')
  })

  test('do not count where they are ignored without a word', async () => {
    const store = await opened(() => undefined)
    expect(store.features).toMatchObject({ createOnly: false, compareAndSwap: false, enforcesSha256: false })
  })

  test('name the ETag without quotes at Ceph, which knows it no other way', async () => {
    const store = await opened(faithful(server.objects, true))
    expect(store.features).toMatchObject({ createOnly: true, compareAndSwap: true })
    const { etag } = await put(store, 'leases/x', text('1'))
    await put(store, 'leases/x', text('2'), { when: { etag } })
    expect(server.asked.at(-1)?.headers['if-match']).toMatch(/^[0-9a-f]{32}$/)
    await expectCode(put(store, 'leases/x', text('3'), { when: { etag } }), 'store-condition-failed')
  })

  test('of two writers at once that answer 409 are asked again', async () => {
    const store = await opened(faithful(server.objects))
    let conflicts = 2
    const usual = server.script
    server.script = (asked, serve) =>
      asked.method === 'PUT' && conflicts-- > 0
        ? xmlError(409, 'ConditionalRequestConflict')
        : usual(asked, serve)
    await put(store, 'manifests/x', text('x'), { when: { absent: true } })
    expect(server.asked.filter(({ method }) => method === 'PUT')).toHaveLength(3)
  })

  test('count as held when the reply was lost and the object is ours', async () => {
    const store = await opened(faithful(server.objects))
    const usual = server.script
    let lost = 0
    server.script = async (asked, serve) => {
      const answer = await usual(asked, serve)
      if (asked.method !== 'PUT' || lost > 0 || answer) return answer
      lost++
      serve()
      return 'drop'
    }
    const stored = await put(store, 'manifests/x', text('mine'), { when: { absent: true } })
    expect([lost, stored.bytes]).toEqual([1, 4])
    await expectCode(
      put(store, 'manifests/x', text('else'), { when: { absent: true } }),
      'store-condition-failed',
    )
  })
})

describe('trouble that passes', () => {
  test.each([
    [503, 'SlowDown'],
    [500, 'InternalError'],
    [502, 'BadGateway'],
    [504, 'GatewayTimeout'],
    [429, 'TooManyRequests'],
    [400, 'RequestTimeout'],
  ])('%i %s is ridden out', async (status, code) => {
    const store = await opened(() => undefined)
    let left = 5
    server.script = () => (left-- > 0 ? xmlError(status, code) : undefined)
    await put(store, 'data/x', text('x'))
    left = 3
    expect(String(await get(store, 'data/x'))).toBe('x')
    left = 3
    expect(await listed(store, 'data/')).toHaveLength(1)
    // The reply to HEAD has no body to say what a 400 is.
    left = status < 429 ? 0 : 3
    expect(await store.stat('data/x')).toMatchObject({ bytes: 1 })
    left = 3
    await store.delete('data/x')
    expect(server.objects.size).toBe(0)
  })

  test('connections that break without a reply are, too', async () => {
    const store = await opened(() => undefined)
    let left = 4
    server.script = () => (left-- > 0 ? 'drop' : undefined)
    await put(store, 'data/x', bytes(3 * mebibyte))
    expect(server.objects.get('data/x')).toHaveLength(3 * mebibyte)
  })

  test('a body that ends early is fetched on from there, and is an error without retries', async () => {
    const store = await opened(() => undefined)
    const body = Buffer.from(bytes(mebibyte))
    server.objects.set('data/x', body)
    let left = 2
    server.script = ({ method, key }, serve) =>
      method === 'GET' && key === 'data/x' && left-- > 0 ? { ...serve(), breakAfter: 300_000 } : undefined
    expect((await get(store, 'data/x')).equals(body)).toBe(true)
    left = 1
    const bare = await open(server.settings, { stateDirectory, clock })
    const error = await expectCode(get(bare, 'data/x'), 'store-unreachable')
    expect(error.retryable).toBe(true)
  })

  test('an error in the body of a 200 is one', async () => {
    const store = await opened(faithful(server.objects))
    let left = 2
    const usual = server.script
    server.script = (asked, serve) =>
      asked.method === 'POST' && asked.query.has('uploadId') && left-- > 0
        ? { ...xmlError(200, 'InternalError'), status: 200 }
        : usual(asked, serve)
    const stored = await store.putStream?.('data/x', stream(17 * mebibyte), { signal: never, estimate: 1 })
    expect([stored?.bytes, left < 0]).toEqual([17 * mebibyte, true])
    expect(server.objects.get('data/x')).toHaveLength(17 * mebibyte)
  })
})

describe('multipart uploads', () => {
  test('have parts of one size, which R2 demands, whatever the pieces of the stream', async () => {
    const store = await opened(faithful(server.objects))
    await store.putStream?.('data/x', stream(41 * mebibyte + 5), { signal: never, estimate: 1 })
    const sizes = server.asked.filter(({ query }) => query.has('partNumber')).map(({ body }) => body.length)
    expect(sizes.sort((a, b) => b - a)).toEqual([16 * mebibyte, 16 * mebibyte, 9 * mebibyte + 5])
  })

  test('complete although the reply was lost', async () => {
    const store = await opened(faithful(server.objects))
    let lost = 0
    const usual = server.script
    server.script = (asked, serve) => {
      if (asked.method !== 'POST' || !asked.query.has('uploadId') || lost++ > 0) return usual(asked, serve)
      serve()
      return 'drop'
    }
    const options = { signal: never, estimate: 1, when: { absent: true } } as const
    const stored = await store.putStream?.('data/x', stream(17 * mebibyte), options)
    expect([stored?.bytes, lost]).toEqual([17 * mebibyte, 2])
  })

  test('that meet an object of another are refused', async () => {
    const store = await opened(faithful(server.objects))
    const options = { signal: never, estimate: 1, when: { absent: true } } as const
    const usual = server.script
    server.script = (asked, serve) => {
      if (asked.query.get('partNumber') === '1') server.objects.set('data/x', Buffer.from('theirs'))
      return usual(asked, serve)
    }
    const attempt = store.putStream?.('data/x', stream(17 * mebibyte), options)
    await expectCode(attempt ?? Promise.resolve(), 'store-condition-failed')
    expect(String(server.objects.get('data/x'))).toBe('theirs')
    expect(server.asked.at(-1)?.method).toBe('DELETE')
  })

  test('send a part again that failed, and are aborted when the stream fails', async () => {
    const store = await opened(faithful(server.objects))
    let left = 3
    const usual = server.script
    server.script = (asked, serve) =>
      asked.query.get('partNumber') === '1' && left-- > 0 ? 'drop' : usual(asked, serve)
    await store.putStream?.('data/x', stream(17 * mebibyte), { signal: never, estimate: 1 })
    expect(server.objects.get('data/x')).toHaveLength(17 * mebibyte)
    const broken = (async function* () {
      yield* stream(20 * mebibyte)
      throw new Error('the source broke')
    })()
    await expect(store.putStream?.('data/y', broken, { signal: never, estimate: 1 })).rejects.toThrow(
      'source broke',
    )
    expect(server.asked.at(-1)).toMatchObject({ method: 'DELETE', key: 'data/y' })
    expect(server.objects.has('data/y')).toBe(false)
  })

  test('that could not fit are refused before a byte is sent', async () => {
    const store = await opened(faithful(server.objects))
    const attempt = store.putStream?.('data/x', stream(1), { signal: never, estimate: 6 * 2 ** 40 })
    const error = await expectCode(attempt ?? Promise.resolve(), 'store-unsupported')
    expect(error.hint).toContain('package: volumes')
    expect(server.asked).toEqual([])
  })
})

describe('versions', () => {
  const version = (key: string, id: string, time: string, kind = 'Version') =>
    `<${kind}><Key>${key}</Key><VersionId>${id}</VersionId><IsLatest>${id.endsWith('new')}</IsLatest><LastModified>2026-11-${time}T00:00:00.000Z</LastModified><Size>1</Size><ETag>"e"</ETag></${kind}>`

  test('of one key are in order over pages, markers among them', async () => {
    const enabled: Script = ({ query, method, headers, body }, serve) => {
      if (!query.has('versions')) {
        const answer = faithful(server.objects)({ method, key: 'leases/x', query, headers, body }, serve)
        return answer ?? { ...serve(), headers: { ...serve().headers, 'x-amz-version-id': 'v1' } }
      }
      const pages: Readonly<Record<string, string>> = {
        '': `<IsTruncated>true</IsTruncated><NextKeyMarker>data/b</NextKeyMarker><NextVersionIdMarker>b-2</NextVersionIdMarker>${version('data/a', 'a-new', '03')}${version('data/b', 'b-new', '09')}${version('data/b', 'b-2', '05')}${version('data/b', 'gone', '07', 'DeleteMarker')}`,
        'b-2': `<IsTruncated>false</IsTruncated>${version('data/b', 'b-1', '01')}${version('data/b', 'gone-1', '02', 'DeleteMarker')}${version('data/c', 'c-new', '01')}`,
      }
      const page = pages[query.get('version-id-marker') ?? ''] ?? ''
      return { body: `<ListVersionsResult>${page}</ListVersionsResult>` }
    }
    const store = await opened(enabled)
    expect(store.features.versions).toBe(true)
    const found: string[] = []
    for await (const { versionId, deleted } of store.versions?.('data/') ?? []) {
      found.push(deleted ? `(${versionId})` : versionId)
    }
    expect(found).toEqual(['a-new', 'b-new', '(gone)', 'b-2', '(gone-1)', 'b-1', 'c-new'])
  })
})

describe('archives', () => {
  const archived: Script = ({ method, key }, serve) => {
    if (key === '') return undefined
    if (method === 'GET') return xmlError(403, 'InvalidObjectState', '<StorageClass>GLACIER</StorageClass>')
    if (method !== 'HEAD') return undefined
    const { headers } = serve()
    return { headers: { ...headers, 'x-amz-storage-class': 'GLACIER' } }
  }

  test('give out nothing until they were asked and had their time', async () => {
    const store = await opened(() => undefined)
    server.objects.set('data/x', Buffer.from('cold'))
    server.script = archived
    const error = await expectCode(get(store, 'data/x'), 'object-archived')
    expect(error.hint).toContain('--thaw')
    server.script = (asked, serve) =>
      asked.method === 'POST' && asked.query.has('restore') ? { status: 202 } : archived(asked, serve)
    expect(await store.thaw?.('data/x', { signal: never, days: 3 })).toBe('under-way')
    const request = server.asked.findLast(({ query }) => query.has('restore'))
    expect(String(request?.body)).toContain('<Days>3</Days>')
    server.script = (_asked, serve) => {
      const { headers } = serve()
      return {
        headers: { ...headers, 'x-amz-storage-class': 'GLACIER', 'x-amz-restore': 'ongoing-request="true"' },
      }
    }
    expect(await store.thaw?.('data/x', { signal: never, days: 3 })).toBe('under-way')
    server.script = ({ method }, serve) => {
      const answer = serve()
      const restore = 'ongoing-request="false", expiry-date="Fri, 27 Nov 2026 00:00:00 GMT"'
      return method === 'HEAD' ? { headers: { ...answer.headers, 'x-amz-restore': restore } } : answer
    }
    expect(await store.thaw?.('data/x', { signal: never, days: 3 })).toBe('ready')
    expect(String(await buffer(await store.get('data/x', { signal: never })))).toBe('cold')
  })

  test('that are asked already say so', async () => {
    const store = await opened(() => undefined)
    server.objects.set('data/x', Buffer.from('cold'))
    server.script = (asked, serve) =>
      asked.query.has('restore') ? xmlError(409, 'RestoreAlreadyInProgress') : archived(asked, serve)
    expect(await store.thaw?.('data/x', { signal: never, days: 3 })).toBe('under-way')
  })
})
