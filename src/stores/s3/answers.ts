/** What a store said of a request that it did not carry out. */
export interface Answer {
  readonly code: string
  readonly status: number
  readonly message: string
  /** The region that it says the bucket is in. */
  readonly region?: string
}

const passing = new Set([
  'SlowDown',
  'SlowDownRead',
  'SlowDownWrite',
  'ServiceUnavailable',
  'InternalError',
  'RequestTimeout',
  'RequestTimeoutException',
  'TooManyRequests',
  'TooManyRequestsException',
  'Throttling',
  'ThrottlingException',
  'RequestLimitExceeded',
  'BandwidthLimitExceeded',
  'OperationAborted',
  'ConditionalRequestConflict',
  'TimeoutError',
  'IncompleteBody',
  'InvalidPart',
  'IncompleteRead',
])

/** Whether the same request may succeed later. */
export function isPassing({ code, status }: Answer): boolean {
  return passing.has(code) || status === 429 || (status >= 500 && status !== 501) || status === 408
}

interface ServiceError extends Error {
  readonly Code?: string
  readonly Region?: string
  readonly $metadata?: { readonly httpStatusCode?: number }
  readonly $response?: {
    readonly statusCode?: number
    readonly headers?: Readonly<Record<string, string | undefined>>
  }
}

/** The SDK's names of errors without a body, which the status says better. */
const nameless = /^(Error|UnknownError|Unknown|\d+)$/

const names: Readonly<Record<number, string>> = {
  301: 'PermanentRedirect',
  400: 'BadRequest',
  403: 'AccessDenied',
  404: 'NotFound',
  412: 'PreconditionFailed',
  429: 'TooManyRequests',
  501: 'NotImplemented',
  503: 'ServiceUnavailable',
}

/** The store's answer within an error of the SDK; undefined for any other error. */
export function answerOf(error: unknown): Answer | undefined {
  if (!(error instanceof Error)) return undefined
  const { name, message, Code, Region, $metadata, $response } = error as ServiceError
  if (name === 'TimeoutError') return { code: name, status: 0, message }
  const status = $metadata?.httpStatusCode ?? $response?.statusCode
  if (status === undefined) return undefined
  const given = Code ?? name
  const code = nameless.test(given) ? (names[status] ?? `HTTP ${status}`) : given
  const region = Region ?? $response?.headers?.['x-amz-bucket-region']
  return { code, status, message: clean(message), ...(region === undefined ? {} : { region }) }
}

/** One line without the full stop at its end. */
function clean(message: string): string {
  return message.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 300)
}
