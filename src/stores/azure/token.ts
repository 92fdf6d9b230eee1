import type { TokenCredential } from '@azure/identity'
import type { AzureSettings } from './config.ts'
import { githubToken, hasGithubToken } from './github-token.ts'
import type { IdentitySdk } from './sdk.ts'

type Application = Pick<AzureSettings, 'tenant-id' | 'client-id'>

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
      ? new sdk.ClientAssertionCredential(tenantId, clientId, () => githubToken(environment))
      : new sdk.DefaultAzureCredential({ tenantId, managedIdentityClientId: clientId })
  }
  if (clientId !== undefined) return new sdk.ManagedIdentityCredential({ clientId })
  return new sdk.DefaultAzureCredential()
}
