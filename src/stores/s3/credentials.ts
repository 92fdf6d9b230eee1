import type { S3ClientConfig } from '@aws-sdk/client-s3'
import { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import { networkError } from '../network-errors.ts'
import type { Agents } from './agents.ts'
import { answerOf, isPassing } from './answers.ts'
import type { S3Settings } from './config.ts'
import { identityToken } from './identity-token.ts'

export type Credentials = NonNullable<S3ClientConfig['credentials']>

export interface CredentialOptions {
  readonly environment: Readonly<Record<string, string>>
  readonly region: string
  /** Also for the services that hand out credentials: one proxy, one time limit. */
  readonly requestHandler: Agents
}

const assuming = 'the role could not be assumed'

/** What it means that a service gave no credentials; its own host and not the store's is what cannot be reached. */
function refused(error: unknown, roleArn: string, host: string): unknown {
  if (error instanceof HoldfastError) return error
  const broken = networkError(error, { host, store: roleArn, doing: 'assume the role' })
  if (broken) return broken
  const answer = answerOf(error)
  if (!answer || isPassing(answer)) return error
  return new HoldfastError('store-credentials', `${assuming}: ${answer.code}`, {
    hint: `Check the trust policy of ${roleArn}: it must name this repository's OIDC subject and the audience sts.amazonaws.com.`,
    context: { role: roleArn, answer: answer.code, said: answer.message },
    cause: error,
  })
}

/** A role for a token of the forge; the SDK asks again five minutes before the credentials expire. */
async function assumedRole(roleArn: string, options: CredentialOptions): Promise<Credentials> {
  const { environment, region, requestHandler } = options
  const { fromWebToken } = await import('@aws-sdk/credential-provider-web-identity')
  const endpoint = environment.AWS_ENDPOINT_URL_STS
  return async () => {
    const host = endpoint ? new URL(endpoint).host : `sts.${region}.amazonaws.com`
    try {
      const webIdentityToken = await identityToken(environment)
      const found = await fromWebToken({
        roleArn,
        webIdentityToken: webIdentityToken.reveal(),
        roleSessionName: `holdfast-${environment.GITHUB_RUN_ID || 'run'}`,
        clientConfig: { region, requestHandler, maxAttempts: 3, ...(endpoint ? { endpoint } : {}) },
      })()
      hide(found.secretAccessKey, found.sessionToken)
      return found
    } catch (error) {
      throw refused(error, roleArn, host)
    }
  }
}

/** Whatever prints them from now on prints stars. */
function hide(...texts: readonly (string | undefined)[]): void {
  for (const text of texts) if (text) new Secret(text)
}

/**
 * The credentials of the configuration, of `role-arn`, or of the environment that the run was given; undefined leaves it
 * to the SDK's own chain (profiles, SSO, instance and container roles).
 */
export async function credentialsOf(
  settings: S3Settings,
  options: CredentialOptions,
): Promise<Credentials | undefined> {
  const { accessKeyId, secretAccessKey, roleArn } = settings
  if (roleArn !== undefined) return assumedRole(roleArn, options)
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    return { accessKeyId, secretAccessKey: secretAccessKey.reveal() }
  }
  const {
    AWS_ACCESS_KEY_ID: id,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_SESSION_TOKEN: token,
  } = options.environment
  if (!id || !secret) return undefined
  hide(secret, token)
  return { accessKeyId: id, secretAccessKey: secret, ...(token ? { sessionToken: token } : {}) }
}
