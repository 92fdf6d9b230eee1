import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import type { Docker } from '../../services/docker.ts'

/** A server in a container of a test's own daemon. */
export interface ServerInContainer {
  readonly name: string
  readonly password: string
  /** Runs statements one after another. */
  run(...statements: readonly string[]): Promise<void>
  rows(sql: string): Promise<(string | null)[][]>
}

export interface ContainerOptions {
  readonly name: string
  readonly image: string
  /** Of `docker run`, before the image. */
  readonly options?: readonly string[]
  /** Of the server. */
  readonly args?: readonly string[]
  /** Of root, where its data is there already. */
  readonly password?: string
}

/** Starts a container of the image and waits until its server answers; whoever stops the daemon ends it. */
export async function mariadbIn(docker: Docker, options: ContainerOptions): Promise<ServerInContainer> {
  const { name, image, args = [], password = 'password-of-container' } = options
  const started = await docker.run([
    ...['run', '--detach', '--name', name, '--publish', '127.0.0.1::3306'],
    ...['--env', `MARIADB_ROOT_PASSWORD=${password}`],
    ...(options.options ?? []),
    image,
    ...args,
  ])
  if (started.exitCode !== 0) throw new Error(started.stderr)
  const connect = async (): Promise<Connection> => {
    // Another one after each start.
    const port = /:(\d+)\s*$/m.exec((await docker.run(['port', name, '3306/tcp'])).stdout)?.[1]
    return createConnection({
      host: '127.0.0.1',
      port: Number(port),
      user: 'root',
      password,
      rowsAsArray: true,
      typeCast: (field) => field.string(),
    })
  }
  const server: ServerInContainer = {
    name,
    password,
    async run(...statements) {
      const session = await connect()
      try {
        for (const statement of statements) await session.query(statement)
      } finally {
        await session.end()
      }
    },
    async rows(sql) {
      const session = await connect()
      try {
        const [rows] = await session.query<RowDataPacket[]>(sql)
        return rows as unknown as (string | null)[][]
      } finally {
        await session.end()
      }
    },
  }
  for (let tries = 0; ; tries++) {
    try {
      await server.run('DO 0')
      return server
    } catch (error) {
      if (tries > 300) throw new Error((await docker.run(['logs', name])).stderr, { cause: error })
      await pause(200)
    }
  }
}
