import type { Client, PutFields } from './sdk.ts'

/** The server's clock, noted on every reply; `modified` of what was just written. */
interface Dated {
  serverDate?: Date
}

/** Notes the `Date` header of every reply on its metadata, where {@link serverDate} finds it. */
export function noteServerDate(client: Client): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const { headers } = result.response as { headers?: Record<string, string> }
      const date = new Date(headers?.date ?? '')
      if (result.output && !Number.isNaN(date.getTime())) (result.output.$metadata as Dated).serverDate = date
      return result
    },
    { step: 'deserialize', name: 'noteServerDate', priority: 'high' },
  )
}

/** When the server answered, by its own clock. */
export function serverDate(output: { readonly $metadata: object }): Date | undefined {
  return (output.$metadata as Dated).serverDate
}

interface Stacked {
  readonly middlewareStack: {
    add(
      // biome-ignore lint/suspicious/noExplicitAny: the SDK's own type differs from command to command
      middleware: (next: (args: any) => Promise<any>) => (args: any) => Promise<any>,
      options: { readonly step: 'build'; readonly name: string },
    ): void
  }
}

/**
 * Makes the SDK sign this SHA-256 instead of hashing the body again: the store compares it with what arrives, and the
 * manifest holds the same one.
 */
export function withBodyHash<C>(command: C, sha256: string): C {
  const { middlewareStack } = command as C & Stacked
  middlewareStack.add(
    (next) => (args) => {
      args.request.headers['x-amz-content-sha256'] = sha256
      return next(args)
    },
    { step: 'build', name: 'withBodyHash' },
  )
  return command
}

/** `x-amz-checksum-sha256` of a hash in hex: the store checks it as well, and keeps it. */
export function checksumField(sha256: string): PutFields {
  return { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') }
}
