import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface HeardRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Listener {
  /** Without a slash at its end. */
  readonly url: string
  readonly heard: readonly HeardRequest[]
  /** The bodies as JSON, in the order in which they came. */
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of it
  json(): any[]
}

/** How a request is answered: a status and a text, or never. */
export type Answer = (request: HeardRequest) => { readonly status: number; readonly text?: string } | 'never'

/** A real HTTP server on a port of its own that keeps what it hears; closed after the test. */
export async function listener(answer: Answer = () => ({ status: 200, text: 'ok' })): Promise<Listener> {
  const heard: HeardRequest[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const one = { method, path: url, headers, body: Buffer.concat(chunks).toString() }
      heard.push(one)
      const said = answer(one)
      if (said === 'never') return
      response.writeHead(said.status)
      response.end(said.text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, heard, json: () => heard.map(({ body }) => JSON.parse(body)) }
}
