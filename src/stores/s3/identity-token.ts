import { readFile } from 'node:fs/promises'
import { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import { githubToken, hasGithubToken } from '../github-token.ts'

const audience = 'sts.amazonaws.com'

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
 * `store-credentials` where neither is to be had, `store-unreachable` where GitHub does not answer.
 */
export async function identityToken(environment: Readonly<Record<string, string>>): Promise<Secret> {
  const { AWS_WEB_IDENTITY_TOKEN_FILE: file } = environment
  if (hasGithubToken(environment)) return githubToken(audience, environment)
  if (file) return fromFile(file)
  throw new HoldfastError('store-credentials', 'role-arn needs an OIDC token, and there is none', {
    hint: environment.GITHUB_ACTIONS
      ? 'Give the workflow or job `permissions: {id-token: write, contents: read}`.'
      : 'Set AWS_WEB_IDENTITY_TOKEN_FILE outside of GitHub Actions, or use access-key-id instead of role-arn.',
  })
}
