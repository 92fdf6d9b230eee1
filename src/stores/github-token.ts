import { Agent as HttpAgent, get as httpGet } from 'node:http'
import { Agent as HttpsAgent, get as httpsGet } from 'node:https'
import { text } from 'node:stream/consumers'
import { Secret } from '../domain/secret.ts'
import { HoldfastError } from '../errors/error.ts'

type Environment = Readonly<Record<string, string>>

/** Whether this is a step of GitHub Actions with `permissions: id-token: write`. */
export function hasGithubToken(environment: Environment): boolean {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment
  return Boolean(url && token)
}

function fetchText(url: URL, authorization: string, environment: Environment) {
  const isTls = url.protocol === 'https:'
  const settings = { proxyEnv: environment }
  const agent = isTls ? new HttpsAgent(settings) : new HttpAgent(settings)
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const options = { agent, headers: { authorization, accept: 'application/json' }, timeout: 30_000 }
    const request = (isTls ? httpsGet : httpGet)(url, options, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    })
    request.once('timeout', () => request.destroy(new Error('timed out')))
    request.once('error', reject)
  })
}

function failed(message: string, retryable: boolean, status?: number): HoldfastError {
  return new HoldfastError(retryable ? 'store-unreachable' : 'store-credentials', message, {
    hint: 'Give the job `permissions: id-token: write`, and look at the status page of GitHub Actions.',
    ...(status === undefined ? {} : { context: { status } }),
    retryable,
  })
}

function tokenIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown }
    return typeof value === 'string' && value !== '' ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * A fresh OIDC token of this GitHub job for `audience`, which lives some minutes: ask for one whenever a token is
 * exchanged. Goes through the proxy that `environment` names. See GitHub's "OpenID Connect reference", "Methods for
 * requesting the OIDC token".
 *
 * Errors: `store-credentials` where GitHub refuses, `store-unreachable` where it does not answer.
 */
export async function githubToken(audience: string, environment: Environment): Promise<Secret> {
  const url = new URL(environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? '')
  url.searchParams.set('audience', audience)
  const authorization = `Bearer ${environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ''}`
  let answer: Awaited<ReturnType<typeof fetchText>>
  try {
    answer = await fetchText(url, authorization, environment)
  } catch {
    throw failed('github gave no token: it cannot be reached', true)
  }
  const { status, body } = answer
  if (status !== 200) {
    throw failed(`github gave no token, it answered ${status}`, status >= 500 || status === 429, status)
  }
  const value = tokenIn(body)
  if (value === undefined) throw failed('github gave no token: its answer holds none', false, status)
  return new Secret(value)
}
