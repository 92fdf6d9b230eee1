import { createServer } from 'node:net'

/** The address that servers of this host listen on for others of it. */
export const loopback = '127.0.0.1'

/** A port of the loopback that nobody listens on just now. */
export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, loopback, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
