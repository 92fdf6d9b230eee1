import { once } from 'node:events'
import { createServer, request as forward } from 'node:http'
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'

export interface TestProxy {
  readonly url: string
  /** `CONNECT host:port`, or the whole URL of a plain request, in order. */
  readonly asked: string[]
  stop(): Promise<void>
}

/** A proxy as companies have them: CONNECT for https, whole URLs for http. */
export async function startProxy(): Promise<TestProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((incoming, response) => {
    asked.push(incoming.url ?? '')
    const { method = 'GET', headers } = incoming
    const outgoing = forward(incoming.url ?? '', { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      pipeline(answer, response).catch(() => response.destroy())
    })
    pipeline(incoming, outgoing).catch(() => response.destroy())
  })
  server.on('connect', (incoming, socket: Socket, head: Buffer) => {
    asked.push(`CONNECT ${incoming.url}`)
    const [host, port] = (incoming.url ?? '').split(':')
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.write(head)
      for (const [from, to] of [
        [socket, target],
        [target, socket],
      ] as const) {
        pipeline(from, to).catch(() => to.destroy())
      }
    })
    target.once('error', () => socket.destroy())
    sockets.add(socket).add(target)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    asked,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
