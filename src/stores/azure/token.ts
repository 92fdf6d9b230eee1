import type { TokenCredential } from '@azure/identity'
import { githubToken, hasGithubToken } from '../github-token.ts'
import type { AzureSettings } from './config.ts'
import type { IdentitySdk } from './sdk.ts'

/** What Microsoft's federated credentials expect. */
const audience = 'api://AzureADTokenExchange'

type Application = Pick<AzureSettings, 'tenant-id' | 'client-id'>

/** Trades GitHub's tokens for Microsoft's. The SDK hides why it got no assertion; this says it. */
function byGithub(
  sdk: IdentitySdk,
  tenantId: string,
  clientId: string,
  environment: Readonly<Record<string, string>>,
): TokenCredential {
  let refusal: unknown
  const assertion = async () => {
    try {
      return (await githubToken(audience, environment)).reveal()
    } catch (error) {
      refusal = error
      throw error
    }
  }
  const credential = new sdk.ClientAssertionCredential(tenantId, clientId, assertion, {
    // Whoever names an authority of his own knows it; asking Microsoft's public one of it may be impossible there.
    disableInstanceDiscovery: Boolean(environment.AZURE_AUTHORITY_HOST),
  })
  return {
    async getToken(scopes, options) {
      refusal = undefined
      try {
        return await credential.getToken(scopes, options)
      } catch (error) {
        throw refusal ?? error
      }
    },
  }
}

/**
 * Where tokens come from: GitHub's OIDC for the application that `tenant-id` and `client-id` name, the user-assigned
 * managed identity of `client-id` alone, else whatever the host has (environment, workload or managed identity, `az
 * login`), in the order of `DefaultAzureCredential`. Each is renewed before it ends, with a new token of GitHub.
 */
export function tokenSource(
  sdk: IdentitySdk,
  settings: Application,
  environment: Readonly<Record<string, string>>,
): TokenCredential {
  const { 'tenant-id': tenantId, 'client-id': clientId } = settings
  if (tenantId !== undefined && clientId !== undefined) {
    return hasGithubToken(environment)
      ? byGithub(sdk, tenantId, clientId, environment)
      : new sdk.DefaultAzureCredential({ tenantId, managedIdentityClientId: clientId })
  }
  if (clientId !== undefined) return new sdk.ManagedIdentityCredential({ clientId })
  return new sdk.DefaultAzureCredential()
}
