import type { BlobServiceClient, StoragePipelineOptions } from '@azure/storage-blob'
import type { AzureSettings } from './config.ts'
import { accountOf, maskParts, maskSas, unreadable } from './connection-string.ts'
import { loadIdentity, type StorageSdk } from './sdk.ts'
import { tokenSource } from './token.ts'

type Environment = Readonly<Record<string, string>>
type Connect = (options: StoragePipelineOptions) => Promise<BlobServiceClient> | BlobServiceClient

function byConnectionString(sdk: StorageSdk, text: string): Connect {
  maskParts(text)
  return (options) => {
    try {
      return sdk.BlobServiceClient.fromConnectionString(text, options)
    } catch {
      throw unreadable()
    }
  }
}

function bySas(sdk: StorageSdk, url: string, sas: string): Connect {
  maskSas(sas)
  return (options) =>
    new sdk.BlobServiceClient(`${url}?${sas.replace(/^\?/, '')}`, new sdk.AnonymousCredential(), options)
}

function byKey(sdk: StorageSdk, url: string, account: string, key: string): Connect {
  maskParts(`AccountKey=${key}`)
  return (options) =>
    new sdk.BlobServiceClient(url, new sdk.StorageSharedKeyCredential(account, key), options)
}

/** What the names of the Azure CLI hold for this account, where the settings name nothing. */
function fromEnvironment(sdk: StorageSdk, account: string, url: string, environment: Environment) {
  const {
    AZURE_STORAGE_CONNECTION_STRING: connection,
    AZURE_STORAGE_KEY: key,
    AZURE_STORAGE_SAS_TOKEN: sas,
  } = environment
  if (connection && accountOf(connection) === account) return byConnectionString(sdk, connection)
  if (key) return byKey(sdk, url, account, key)
  return sas ? bySas(sdk, url, sas) : undefined
}

/**
 * How a destination signs in: `connection-string`; `sas`; the application or identity of `client-id`; else
 * AZURE_STORAGE_CONNECTION_STRING (of this account), AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN of the environment;
 * else what `DefaultAzureCredential` finds. Errors: `store-credentials` for a connection string that cannot be read.
 */
export function connector(sdk: StorageSdk, settings: AzureSettings, environment: Environment): Connect {
  const { 'connection-string': connection, account = '', sas } = settings
  if (connection !== undefined) return byConnectionString(sdk, connection.reveal())
  const url = settings.endpoint ?? `https://${account}.blob.core.windows.net`
  if (sas !== undefined) return bySas(sdk, url, sas.reveal())
  const found =
    settings['client-id'] === undefined ? fromEnvironment(sdk, account, url, environment) : undefined
  return (
    found ??
    (async (options) =>
      new sdk.BlobServiceClient(url, tokenSource(await loadIdentity(), settings, environment), options))
  )
}
