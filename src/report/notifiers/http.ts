import { Agent, type IncomingMessage, request } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import { maskSecrets } from '../../domain/secret.ts'
import { shortestSecret } from '../../domain/secret-forms.ts'
import { HoldfastError } from '../../errors/error.ts'

export interface HttpCall {
  readonly url: string
  readonly method?: 'POST' | 'GET' | 'PUT' | 'PATCH'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
  /** For `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. */
  readonly environment: Readonly<Record<string, string>>
}

const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy']

/** Characters of an answer: enough to see what the other side did not like, and what is read to be masked whole. */
const answer = { shown: 200, read: 8192 }

/** Of the URL of a webhook each part may be the secret, and error pages like to say what was asked for. */
function withoutUrl(text: string, { href, pathname, search, searchParams }: URL): string {
  const parts = [href, pathname + search, ...pathname.split('/'), ...searchParams.values()]
  const long = parts.filter((part) => part.length >= shortestSecret).sort((a, b) => b.length - a.length)
  return long.reduce((masked, part) => masked.replaceAll(part, '***'), maskSecrets(text))
}

async function beginningOf(message: IncomingMessage, url: URL): Promise<string> {
  let text = ''
  for await (const chunk of message) {
    text += String(chunk)
    if (text.length >= answer.read) break
  }
  return withoutUrl(text, url).replaceAll(/\s+/g, ' ').trim().slice(0, answer.shown)
}

function unreached(error: NodeJS.ErrnoException): HoldfastError {
  // Not its message: that may hold the whole URL.
  return new HoldfastError('notification-failed', `it cannot be reached: ${error.code ?? error.name}`, {
    retryable: true,
  })
}

/** What a call sends, and what takes the answer while the connection is open. */
async function send<T>(call: HttpCall, read: (message: IncomingMessage, url: URL) => Promise<T>): Promise<T> {
  const { signal, body = '', environment, method = 'POST' } = call
  if (!URL.canParse(call.url)) {
    throw new HoldfastError('notification-failed', 'its URL is none', {
      hint: 'Write it with https:// in front.',
    })
  }
  const url = new URL(call.url)
  const proxyEnv = Object.fromEntries(
    proxyNames.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const secure = url.protocol === 'https:'
  const agent = secure ? new SecureAgent({ proxyEnv }) : new Agent({ proxyEnv })
  const bytes = Buffer.from(body)
  const headers = { 'user-agent': 'holdfast', 'content-length': String(bytes.length), ...call.headers }
  try {
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = (secure ? secureRequest : request)(url, { method, headers, agent, signal }, resolve)
      sent.on('error', reject)
      sent.end(bytes)
    })
    return await read(message, url)
  } catch (error) {
    signal.throwIfAborted()
    throw unreached(error as NodeJS.ErrnoException)
  } finally {
    agent.destroy()
  }
}

/**
 * One request, answered with its status and the beginning of its text. Redirects are not followed: what is sent is for
 * the URL that was configured. Errors: `notification-failed`, without the URL, which is a secret.
 */
export function exchange(call: HttpCall): Promise<{ status: number; text: string }> {
  return send(call, async (message, url) => ({
    status: message.statusCode ?? 0,
    text: await beginningOf(message, url),
  }))
}

/** One request, answered with its whole text, for an API that is asked. Errors: `notification-failed`. */
export function ask(call: HttpCall): Promise<{ status: number; text: string }> {
  return send(call, async (message) => ({ status: message.statusCode ?? 0, text: await text(message) }))
}

/** An exchange that has to end with a 2xx. Errors: `notification-failed`. */
export async function deliver(call: HttpCall): Promise<void> {
  const { status, text } = await exchange(call)
  if (status >= 200 && status < 300) return
  throw refused(status, text)
}

/** The error for an answer that is no 2xx. */
export function refused(status: number, text: string): HoldfastError {
  const said = text === '' ? '' : `: ${text}`
  return new HoldfastError('notification-failed', `it answered ${status}${said}`, {
    ...([401, 403, 404, 410].includes(status) && { hint: 'Look whether its URL or key still holds.' }),
  })
}
