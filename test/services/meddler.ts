import { once } from 'node:events'
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** What to do with one request: hand it on, hand it on and lose the reply, or answer instead. */
export type Meddling =
  | 'pass'
  | 'lose-reply'
  | 'never-answer'
  | { readonly cutReplyAt: number }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

export interface Meddler {
  readonly port: number
  /** Asked for each request, with how many of them came before. */
  meddle: (request: IncomingMessage, before: number) => Meddling
  readonly seen: { readonly method: string; readonly url: string }[]
  stop(): Promise<void>
}

async function handOn(
  port: number,
  incoming: IncomingMessage,
  body: Buffer,
): Promise<[IncomingMessage, Buffer]> {
  const { method, url, headers } = incoming
  const outgoing = forward({ host: '127.0.0.1', port, method, path: url, headers })
  outgoing.end(body)
  const [reply] = (await once(outgoing, 'response')) as [IncomingMessage]
  return [reply, await buffer(reply)]
}

async function answer(
  port: number,
  meddling: Meddling,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await buffer(incoming)
  if (meddling === 'never-answer') return
  if (typeof meddling === 'object' && 'status' in meddling) {
    const { status, headers = {}, body: text = '' } = meddling
    response.writeHead(status, { 'content-length': Buffer.byteLength(text), ...headers }).end(text)
    return
  }
  const [reply, bytes] = await handOn(port, incoming, body)
  if (meddling === 'lose-reply') return void incoming.socket.destroy()
  response.writeHead(reply.statusCode ?? 500, reply.headers)
  if (meddling === 'pass') return void response.end(bytes)
  response.write(bytes.subarray(0, meddling.cutReplyAt), () => incoming.socket.destroy())
}

/** A server before another one of this machine that does to single requests what networks do. */
export async function startMeddler(port: number): Promise<Meddler> {
  const meddler = { meddle: () => 'pass', seen: [] as Meddler['seen'] } as unknown as {
    meddle: Meddler['meddle']
    seen: Meddler['seen']
  }
  const server = createServer((incoming, response) => {
    const { method = '', url = '' } = incoming
    const before = meddler.seen.length
    meddler.seen.push({ method, url })
    answer(port, meddler.meddle(incoming, before), incoming, response).catch(() => incoming.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(meddler, {
    port: (server.address() as { port: number }).port,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}
