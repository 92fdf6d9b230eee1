import { readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { get as getPlain } from 'node:http'
import { get as getSecure } from 'node:https'
import { text } from 'node:stream/consumers'
import { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { Agents } from './agents.ts'

const audience = 'sts.amazonaws.com'
const patience = 30_000

function fetchReply(url: URL, authorization: string, agents: Agents): Promise<IncomingMessage> {
  const options = { headers: { authorization, accept: 'application/json' }, timeout: patience }
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'http:'
        ? getPlain(url, { ...options, agent: agents.httpAgent }, resolve)
        : getSecure(url, { ...options, agent: agents.httpsAgent }, resolve)
    request.once('timeout', () =>
      request.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
    )
    request.once('error', reject)
  })
}

function failed(because: string, retryable: boolean): HoldfastError {
  return new HoldfastError('store-credentials', `no OIDC token from GitHub: ${because}`, {
    hint: 'Give the workflow or job `permissions: {id-token: write, contents: read}`.',
    retryable,
  })
}

/** https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token */
async function fromGitHub(address: string, bearer: string, agents: Agents): Promise<Secret> {
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const reply = await fetchReply(url, `bearer ${bearer}`, agents)
  const body = await text(reply)
  const { statusCode = 0 } = reply
  if (statusCode !== 200) throw failed(`status ${statusCode}`, statusCode >= 500 || statusCode === 429)
  const value = tokenIn(body)
  if (value === undefined) throw failed('the answer holds none', false)
  return new Secret(value)
}

function tokenIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown }
    return typeof value === 'string' && value !== '' ? value : undefined
  } catch {
    return undefined
  }
}

async function fromFile(path: string): Promise<Secret> {
  try {
    return new Secret((await readFile(path, 'utf8')).trim())
  } catch (cause) {
    throw new HoldfastError('store-credentials', `the token file ${path} cannot be read`, {
      hint: 'Set AWS_WEB_IDENTITY_TOKEN_FILE to a file that this user may read.',
      cause,
    })
  }
}

/**
 * A token that says who runs: GitHub's, made anew by every call, else that of `AWS_WEB_IDENTITY_TOKEN_FILE`. Errors:
 * `store-credentials` where neither is to be had.
 */
export async function identityToken(
  environment: Readonly<Record<string, string>>,
  agents: Agents,
): Promise<Secret> {
  const {
    ACTIONS_ID_TOKEN_REQUEST_URL: url,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
    AWS_WEB_IDENTITY_TOKEN_FILE: file,
  } = environment
  if (url && bearer) return fromGitHub(url, bearer, agents)
  if (file) return fromFile(file)
  throw new HoldfastError('store-credentials', 'role-arn needs an OIDC token, and there is none', {
    hint: environment.GITHUB_ACTIONS
      ? 'Give the workflow or job `permissions: {id-token: write, contents: read}`.'
      : 'Set AWS_WEB_IDENTITY_TOKEN_FILE outside of GitHub Actions, or use access-key-id instead of role-arn.',
  })
}
