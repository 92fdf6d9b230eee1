/** What the service said of a failed request. */
export interface Answer {
  readonly status: number
  /** The service's own code, `BlobNotFound`; empty where it gave none. */
  readonly code: string
  /** The service's time. */
  readonly date: Date | undefined
  /** For whoever asks Microsoft. */
  readonly request: string | undefined
}

interface RestError {
  readonly statusCode?: unknown
  readonly code?: unknown
  readonly details?: { readonly errorCode?: unknown }
  readonly response?: { readonly headers?: { get(name: string): string | undefined } }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Reads an error of the SDK; undefined where nobody answered. Answers to HEAD have their code in a header only. */
export function answerOf(error: Error): Answer | undefined {
  const { statusCode, code, details, response } = error as RestError
  if (typeof statusCode !== 'number') return undefined
  const header = (name: string) => textOf(response?.headers?.get(name))
  const date = header('date')
  const time = date === undefined ? Number.NaN : Date.parse(date)
  return {
    status: statusCode,
    code: textOf(code) ?? textOf(details?.errorCode) ?? header('x-ms-error-code') ?? '',
    date: Number.isNaN(time) ? undefined : new Date(time),
    request: header('x-ms-request-id'),
  }
}

/** The error without the request that the SDK hangs on it, which holds tokens and signatures. */
export function bareError(error: Error): Error {
  const { code, cause } = error as Error & { code?: unknown; cause?: unknown }
  const [message] = error.message.split('\n')
  const bare = new Error(message, cause instanceof Error ? { cause: bareError(cause) } : undefined)
  return Object.assign(bare, { name: error.name, ...(typeof code === 'string' && { code }) })
}
