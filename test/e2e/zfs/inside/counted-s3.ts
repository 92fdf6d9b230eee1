import { type FaultyProxy, startFaultyProxy } from '../../../services/faulty-proxy.ts'
import { type S3Service, startVersitygw } from '../../../services/s3.ts'

/** An S3 server, and a proxy before it that counts what is put. */
export interface CountedS3 {
  readonly service: S3Service
  readonly proxy: FaultyProxy
  /** A line for `destinations:`. */
  readonly destination: string
  /** `<stream> <seq>` of every volume put since the last call. */
  takePuts(): string[]
  stop(): Promise<void>
}

const volume = /\/data\/[^/]+\/[^/]+\/([^/]+)\/(\d+)-[0-9a-f]{12}(?:\?|$)/

/**
 * Starts both, with the objects in `folder`, whose file system needs extended attributes: the `/tmp` of this machine has
 * none. `bandwidth` makes a run take long enough to be killed in.
 */
export async function startCountedS3(folder: string, bandwidth?: string): Promise<CountedS3> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  const service = await startVersitygw()
  process.env.TMPDIR = TMPDIR ?? '/tmp'
  const proxy = await startFaultyProxy(service.endpoint)
  await proxy.become('pass')
  let puts: string[] = []
  proxy.onRequest = ({ method, url }) => {
    const [, stream = '', seq = ''] = volume.exec(url) ?? []
    if (method === 'PUT' && seq !== '')
      puts.push(`${decodeURIComponent(decodeURIComponent(stream))} ${Number(seq)}`)
  }
  const limit = bandwidth === undefined ? '' : `, bandwidth: ${bandwidth}`
  return {
    service,
    proxy,
    destination: `{type: s3, bucket: ${service.bucket}, endpoint: "${proxy.endpoint}", region: ${service.region}, path-style: true${limit}}`,
    takePuts() {
      const taken = puts
      puts = []
      return taken
    },
    async stop() {
      await proxy.stop()
      await service.stop()
    },
  }
}
