import { afterAll, beforeAll } from 'vitest'
import { type S3Service, startMinio } from '../../services/s3.ts'
import { type ConfigOptions, type Workspace, workspace } from '../workspace.ts'

/** True with `npm run soak`: the numbers of the promises instead of those of CI. */
export const soak = process.env.HOLDFAST_SOAK === '1'

/** One MinIO for the tests of a file. */
export function useMinio(options: Parameters<typeof startMinio>[0] = {}): () => S3Service {
  let service: S3Service | undefined
  beforeAll(async () => {
    service = await startMinio(options)
  })
  afterAll(async () => service?.stop())
  return () => {
    if (service === undefined) throw new Error('there is no MinIO')
    return service
  }
}

let prefixes = 0

export interface S3Options extends ConfigOptions {
  /** In front of the service. */
  readonly endpoint?: string
  /** One of its own unless told. */
  readonly prefix?: string
  /** Lines of the destination. */
  readonly destination?: readonly string[]
}

/** Lines of a destination `s3` under a prefix of its own. */
function s3Lines(service: S3Service, { endpoint, prefix, destination = [] }: S3Options = {}): string[] {
  prefixes += 1
  return [
    's3:',
    '  type: s3',
    `  bucket: ${service.bucket}`,
    `  prefix: ${prefix ?? `run-${process.pid}-${prefixes}`}`,
    `  endpoint: ${endpoint ?? service.endpoint}`,
    `  region: ${service.region}`,
    '  path-style: true',
    ...destination.map((line) => `  ${line}`),
  ]
}

/** A workspace whose one job `tree` goes to a bucket; credentials come by the environment. */
export async function s3Workspace(service: S3Service, options: S3Options = {}): Promise<Workspace> {
  const space = await workspace()
  space.configure({ ...options, destinations: s3Lines(service, options), to: 's3' })
  const withKeys = (env: Readonly<Record<string, string | undefined>> = {}) => ({
    ...service.environment,
    ...env,
  })
  return {
    ...space,
    run: (args, more = {}) => space.run(args, { ...more, env: withKeys(more.env) }),
    start: (args, more = {}) => space.start(args, { ...more, env: withKeys(more.env) }),
  }
}
