import { once } from 'node:events'
import { createServer, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'

/** What the proxy does with requests: `pass` on; `slow-down` answers 503; `reset` cuts; `mixed` draws lots; `gone` refuses. */
export type Mood = 'pass' | 'slow-down' | 'reset' | 'mixed' | 'gone'

export interface FaultyProxy {
  readonly endpoint: string
  /** What happened since the start. */
  readonly counts: { passed: number; refused: number; cut: number }
  /** Changes what happens to requests from now on; `gone` closes the port and every connection. */
  become(mood: Mood): Promise<void>
  /** Called with each request that is passed on. */
  onRequest: (request: { method: string; url: string }) => void
  stop(): Promise<void>
}

const slowDown =
  '<?xml version="1.0" encoding="UTF-8"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>'

/** An HTTP server in front of another that misbehaves when it is told to. The signature's host is kept. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const { hostname, port: targetPort } = new URL(target)
  const sockets = new Set<Socket>()
  const counts = { passed: 0, refused: 0, cut: 0 }
  let mood: Mood = 'pass'
  let turn = 0
  let port = 0
  let server: Server | undefined

  function refuse(response: ServerResponse): void {
    counts.refused += 1
    response.writeHead(503, { 'content-type': 'application/xml', connection: 'close' }).end(slowDown)
  }

  function serve(): Server {
    const made = createServer((incoming, outgoing) => {
      const now = mood === 'mixed' ? (turn++ % 2 === 0 ? 'slow-down' : 'reset') : mood
      if (now === 'slow-down') return void incoming.resume().once('end', () => refuse(outgoing))
      if (now === 'reset') {
        counts.cut += 1
        // In the middle of the body, where there is one.
        incoming.once('data', () => incoming.socket.resetAndDestroy())
        incoming.once('end', () => incoming.socket.resetAndDestroy())
        return
      }
      counts.passed += 1
      proxy.onRequest({ method: incoming.method ?? '', url: incoming.url ?? '' })
      const { method, url, headers } = incoming
      const onward = request({ hostname, port: targetPort, method, path: url, headers })
      onward.once('response', (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        pipeline(answer, outgoing).catch(() => outgoing.destroy())
      })
      onward.once('error', () => outgoing.destroy())
      outgoing.once('close', () => onward.destroy())
      pipeline(incoming, onward).catch(() => onward.destroy())
    })
    made.on('connection', (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      socket.on('error', () => socket.destroy())
    })
    return made
  }

  async function open(): Promise<void> {
    server = serve().listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }

  async function close(): Promise<void> {
    if (server === undefined) return
    const closing = server
    server = undefined
    const closed = once(closing, 'close')
    closing.close()
    for (const socket of sockets) socket.resetAndDestroy()
    await closed
  }

  const proxy: FaultyProxy = {
    get endpoint() {
      return `http://127.0.0.1:${port}`
    },
    counts,
    onRequest: () => undefined,
    async become(next) {
      mood = next
      if (next === 'gone') await close()
      else if (server === undefined) await open()
    },
    stop: close,
  }
  await open()
  return proxy
}
