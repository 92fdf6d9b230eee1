import type { Secret } from '../domain/secret.ts'
import { HoldfastError } from '../errors/error.ts'
import { ask } from './notifiers/http.ts'

/** GitHub's REST API for one repository. */
export interface GithubApi {
  /** `path` below the repository. Errors: `github-refused`. */
  call(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown>
}

export interface GithubAccess {
  readonly token: Secret
  /** The run's environment: GITHUB_API_URL, GITHUB_REPOSITORY, and proxies. */
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

function refused(status: number, method: string, path: string, text: string): HoldfastError {
  const { message = '' } = parsed(text) as { message?: string }
  const rights = status === 403 || status === 404 || status === 401
  return new HoldfastError(
    'github-refused',
    `the API answered ${status} to ${method} ${path}${message ? `: ${message}` : ''}`,
    {
      hint: rights
        ? 'Give the job `permissions: {issues: write, pull-requests: write}`, or set `token` to one that may write them.'
        : 'Look at githubstatus.com, and run the job again.',
      context: { status },
    },
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Errors: `usage` outside of GitHub Actions. */
export function createGithubApi({ token, environment, signal }: GithubAccess): GithubApi {
  const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_REPOSITORY: repository } = environment
  if (!repository) {
    throw new HoldfastError('usage', 'there is no GITHUB_REPOSITORY to keep issues and comments in', {
      hint: 'Use issue and comment in a workflow of GitHub Actions.',
    })
  }
  return {
    async call(method, path, body) {
      const { status, text } = await ask({
        url: `${api}/repos/${repository}${path}`,
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token.reveal()}`,
          'x-github-api-version': '2022-11-28',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal,
        environment,
      })
      if (status < 200 || status >= 300) throw refused(status, method, path, text)
      return parsed(text)
    },
  }
}
