import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { servicesPath } from '../../scripts/services/directory.ts'

/** The well-known development account; its key is in Azurite's documentation. */
const account = 'devstoreaccount1'
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

export interface Azurite {
  readonly account: string
  readonly key: string
  /** `http://127.0.0.1:PORT/devstoreaccount1`. */
  readonly endpoint: string
  readonly connectionString: string
  readonly port: number
  /** Ends it at once and removes its directory, unless that was given. */
  stop(): Promise<void>
  /** Ends it in good order: everything is on the disk. */
  end(): Promise<void>
}

export interface AzuriteOptions {
  /** Certificate and key, PEM: it speaks TLS and takes tokens then. */
  readonly tls?: { readonly cert: string; readonly key: string }
  /** Instead of a free one. */
  readonly port?: number
  /** Kept, instead of a temporary one. */
  readonly directory?: string
}

async function portOf(child: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const port = /listens on https?:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port !== undefined) return Number(port)
  }
  throw new Error('azurite ended before it listened')
}

/** Starts Azurite, the emulator of Azure Blob Storage, on a port and in a directory of its own. */
export async function startAzurite({ tls, port = 0, directory }: AzuriteOptions = {}): Promise<Azurite> {
  const location = directory ?? (await mkdtemp(join(tmpdir(), 'holdfast-azurite-')))
  const child = spawn(
    'azurite-blob',
    [
      '--silent',
      '--skipApiVersionCheck',
      '--disableTelemetry',
      ...['--blobHost', '127.0.0.1', '--blobPort', String(port), '--location', location],
      ...(tls ? ['--oauth', 'basic', '--cert', tls.cert, '--key', tls.key] : []),
    ],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, PATH: `${servicesPath()}${delimiter}${process.env.PATH}` },
    },
  )
  const ended = once(child, 'exit')
  const found = await portOf(child)
  child.stdout?.resume()
  const endpoint = `${tls ? 'https' : 'http'}://127.0.0.1:${found}/${account}`
  return {
    account,
    key,
    endpoint,
    connectionString: `DefaultEndpointsProtocol=${tls ? 'https' : 'http'};AccountName=${account};AccountKey=${key};BlobEndpoint=${endpoint};`,
    port: found,
    async end() {
      child.kill('SIGTERM')
      await ended
    },
    async stop() {
      child.kill('SIGKILL')
      await ended
      if (directory === undefined) await rm(location, { recursive: true, force: true })
    },
  }
}

interface Database {
  readonly collections: readonly {
    readonly name: string
    readonly data: { name?: string; properties?: { lastModified?: string; creationTime?: string } }[]
  }[]
}

/** Makes blobs of an Azurite that has ended as old as `dateOf` says of their names. */
export async function ageBlobs(directory: string, dateOf: (name: string) => Date | undefined): Promise<void> {
  const file = join(directory, '__azurite_db_blob__.json')
  const database = JSON.parse(await readFile(file, 'utf8')) as Database
  for (const { name, properties } of database.collections.flatMap(({ data }) => data)) {
    const date = name === undefined ? undefined : dateOf(name)
    if (!date || !properties) continue
    properties.lastModified = date.toISOString()
    properties.creationTime = date.toISOString()
  }
  await writeFile(file, JSON.stringify(database))
}
