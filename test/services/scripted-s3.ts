import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { Secret } from '../../src/domain/secret.ts'
import type { S3Settings } from '../../src/stores/s3/config.ts'

/** A request as a script sees it. */
export interface Asked {
  readonly method: string
  /** Without the bucket. */
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** The connection breaks after so many bytes of the body. */
  readonly breakAfter?: number
}

/** Answers in the place of the server; undefined lets it answer itself. `drop` breaks the connection without a reply. */
export type Script = (
  asked: Asked,
  serve: () => Answer,
) => Answer | 'drop' | undefined | Promise<Answer | 'drop' | undefined>

export interface ScriptedS3 {
  readonly endpoint: string
  readonly settings: S3Settings
  readonly objects: Map<string, Buffer>
  readonly asked: Asked[]
  /** Replaced at will. */
  script: Script
  stop(): Promise<void>
}

/** Of objects made of parts it is another than the hash of their bytes. */
const ofParts = new WeakMap<Buffer, string>()
const etagOf = (body: Buffer) => ofParts.get(body) ?? createHash('md5').update(body).digest('hex')

export function xmlError(status: number, code: string, more = ''): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}.</Message>${more}</Error>`
  return { status, body, headers: { 'content-type': 'application/xml' } }
}

interface Upload {
  readonly parts: Map<number, Buffer>
}

/** What a plain server without conditions does. */
function serveFrom(objects: Map<string, Buffer>, uploads: Map<string, Upload>, asked: Asked): Answer {
  const { method, key, query, headers, body } = asked
  const uploadId = query.get('uploadId')
  const upload = uploadId === null ? undefined : uploads.get(uploadId)
  if (uploadId !== null && !upload) return xmlError(404, 'NoSuchUpload')
  if (method === 'POST' && query.has('uploads')) {
    const id = String(uploads.size + 1)
    uploads.set(id, { parts: new Map() })
    return {
      body: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    }
  }
  if (method === 'PUT' && upload) {
    upload.parts.set(Number(query.get('partNumber')), body)
    return { headers: { etag: `"${etagOf(body)}"` } }
  }
  if (method === 'POST' && upload) {
    const parts = [...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part)
    const sums = Buffer.concat(parts.map((part) => createHash('md5').update(part).digest()))
    const whole = Buffer.concat(parts)
    objects.set(key, whole)
    uploads.delete(uploadId ?? '')
    const etag = `${etagOf(sums)}-${parts.length}`
    ofParts.set(whole, etag)
    return {
      body: `<CompleteMultipartUploadResult><ETag>"${etag}"</ETag></CompleteMultipartUploadResult>`,
    }
  }
  if (method === 'DELETE' && uploadId !== null) {
    uploads.delete(uploadId)
    return { status: 204 }
  }
  if (method === 'GET' && key === '' && query.has('versioning')) return { body: '<VersioningConfiguration/>' }
  if (method === 'GET' && key === '') {
    const found = [...objects].filter(([each]) => each.startsWith(query.get('prefix') ?? '')).sort()
    const contents = found.map(
      ([each, bytes]) =>
        `<Contents><Key>${each}</Key><Size>${bytes.length}</Size><ETag>"${etagOf(bytes)}"</ETag><LastModified>2026-11-26T00:00:00.000Z</LastModified></Contents>`,
    )
    return {
      body: `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
    }
  }
  if (method === 'HEAD' && key === '') return {}
  if (method === 'PUT') {
    objects.set(key, body)
    return { headers: { etag: `"${etagOf(body)}"` } }
  }
  if (method === 'DELETE') {
    objects.delete(key)
    return { status: 204 }
  }
  const found = objects.get(key)
  if (!found) return xmlError(404, 'NoSuchKey')
  const facts = { etag: `"${etagOf(found)}"`, 'last-modified': 'Thu, 26 Nov 2026 00:00:00 GMT' }
  const range = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '')
  if (!range) return { headers: facts, body: found }
  const [from, to] = [Number(range[1]), Number(range[2])]
  return {
    status: 206,
    headers: { ...facts, 'content-range': `bytes ${from}-${to}/${found.length}` },
    body: found.subarray(from, to + 1),
  }
}

async function reply(response: ServerResponse, answer: Answer | 'drop', method: string): Promise<void> {
  if (answer === 'drop') return void response.socket?.destroy()
  const body = Buffer.from(answer.body ?? '')
  response.writeHead(answer.status ?? 200, {
    date: new Date().toUTCString(),
    'content-length': String(body.length),
    ...answer.headers,
  })
  if (answer.breakAfter !== undefined) {
    response.write(body.subarray(0, answer.breakAfter), () => response.socket?.destroy())
    return
  }
  response.end(method === 'HEAD' ? undefined : body)
}

/** An S3 server in memory that believes every signature and does what its script says. */
export async function startScriptedS3(script: Script = () => undefined): Promise<ScriptedS3> {
  const objects = new Map<string, Buffer>()
  const uploads = new Map<string, Upload>()
  const asked: Asked[] = []
  const server = createServer(async (incoming: IncomingMessage, response) => {
    const url = new URL(incoming.url ?? '/', 'http://scripted')
    const request: Asked = {
      method: incoming.method ?? '',
      key: decodeURIComponent(url.pathname).split('/').slice(2).join('/'),
      query: url.searchParams,
      headers: incoming.headers as Record<string, string>,
      body: await buffer(incoming),
    }
    asked.push(request)
    const serve = () => serveFrom(objects, uploads, request)
    await reply(response, (await service.script(request, serve)) ?? serve(), request.method)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const service: ScriptedS3 = {
    endpoint,
    settings: {
      type: 's3',
      bucket: 'scripted',
      endpoint,
      region: 'us-east-1',
      pathStyle: true,
      accessKeyId: 'scripted-key',
      secretAccessKey: new Secret('scripted-secret-key'),
    },
    objects,
    asked,
    script,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return service
}

/** What most vendors do: conditions that are compared, hashes that are checked. */
export function faithful(objects: ReadonlyMap<string, Buffer>, bare = false): Script {
  return ({ method, key, headers, body, query }) => {
    const isWrite =
      (method === 'PUT' && !query.has('partNumber')) || (method === 'POST' && query.has('uploadId'))
    if (!isWrite) return undefined
    const present = objects.get(key)
    if (headers['if-none-match'] === '*' && present) return xmlError(412, 'PreconditionFailed')
    const wanted = headers['if-match']
    const etag = present && (bare ? etagOf(present) : `"${etagOf(present)}"`)
    if (wanted !== undefined && wanted !== etag) return xmlError(412, 'PreconditionFailed')
    const hash = headers['x-amz-content-sha256']
    const isWrong = method === 'PUT' && hash !== createHash('sha256').update(body).digest('hex')
    return isWrong ? xmlError(400, 'XAmzContentSHA256Mismatch') : undefined
  }
}
