import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** GitHub's cache service, version 2, as far as `@actions/cache` uses it: three calls, and blobs as Azure has them. */
export interface CacheServer {
  /** For ACTIONS_RESULTS_URL. */
  readonly url: string
  /** The keys of what was saved, in order. */
  keys(): string[]
  stop(): Promise<void>
}

interface Entry {
  readonly id: number
  readonly key: string
  readonly version: string
  done: boolean
}

interface Blob {
  readonly blocks: Map<string, Buffer>
  data?: Buffer
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function answer(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

function send(request: IncomingMessage, response: ServerResponse, data: Buffer): void {
  const range = /bytes=(\d+)-(\d*)/.exec(
    request.headers['x-ms-range']?.toString() ?? request.headers.range ?? '',
  )
  const from = Number(range?.[1] ?? 0)
  const to = range?.[2] ? Math.min(Number(range[2]), data.length - 1) : data.length - 1
  const part = data.subarray(from, to + 1)
  const headers = {
    'content-length': String(part.length),
    'accept-ranges': 'bytes',
    ...(range && { 'content-range': `bytes ${from}-${to}/${data.length}` }),
  }
  response.writeHead(range ? 206 : 200, headers)
  response.end(request.method === 'HEAD' ? undefined : part)
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  blob: Blob,
  query: URLSearchParams,
) {
  const data = await bodyOf(request)
  if (query.get('comp') === 'block') blob.blocks.set(query.get('blockid') ?? '', data)
  else if (query.get('comp') === 'blocklist') {
    const ids = [...data.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(([, id = '']) => id)
    blob.data = Buffer.concat(ids.map((id) => blob.blocks.get(id) ?? Buffer.alloc(0)))
  } else blob.data = data
  response.writeHead(201, { etag: '"1"', 'x-ms-request-id': '1', 'x-ms-version': '2024-11-04' })
  response.end()
}

/** Starts it on a free port of 127.0.0.1. */
export async function startCacheServer(): Promise<CacheServer> {
  const entries: Entry[] = []
  const blobs = new Map<string, Blob>()
  let url = ''
  const call = (name: string, asked: { key: string; version: string; restore_keys?: string[] }) => {
    const same = entries.find(({ key, version }) => key === asked.key && version === asked.version)
    if (name === 'CreateCacheEntry') {
      if (same) return { ok: false }
      const entry = { id: entries.length + 1, key: asked.key, version: asked.version, done: false }
      entries.push(entry)
      blobs.set(String(entry.id), { blocks: new Map() })
      return { ok: true, signed_upload_url: `${url}blob/${entry.id}?sig=signature` }
    }
    if (name === 'FinalizeCacheEntryUpload') {
      if (same) same.done = true
      return { ok: same !== undefined, entry_id: String(same?.id ?? 0) }
    }
    const live = entries.filter(({ done, version }) => done && version === asked.version).reverse()
    const wanted = [asked.key, ...(asked.restore_keys ?? [])]
    const found = wanted.flatMap((prefix) => live.find(({ key }) => key.startsWith(prefix)) ?? []).at(0)
    if (found === undefined) return { ok: false }
    return { ok: true, signed_download_url: `${url}blob/${found.id}?sig=signature`, matched_key: found.key }
  }
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const name = /\.CacheService\/(\w+)$/.exec(pathname)?.[1]
    const blob = blobs.get(/^\/blob\/(\d+)$/.exec(pathname)?.[1] ?? '')
    if (name !== undefined) answer(response, call(name, JSON.parse(String(await bodyOf(request)))))
    else if (blob && request.method === 'PUT') await receive(request, response, blob, searchParams)
    else if (blob?.data) send(request, response, blob.data)
    else answer(response, { code: 'not_found' }, 404)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`
  return {
    url,
    keys: () => entries.filter(({ done }) => done).map(({ key }) => key),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
