import {
  BlobServiceClient,
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob'
import type { Azurite } from './azurite.ts'

const dayLong = 86_400_000

/** A shared access signature for a container, good for a day, with the rights that its letters say: `rcl`. */
export function containerSas({ account, key }: Azurite, container: string, letters: string): string {
  return generateBlobSASQueryParameters(
    {
      containerName: container,
      permissions: ContainerSASPermissions.parse(letters),
      expiresOn: new Date(Date.now() + dayLong),
    },
    new StorageSharedKeyCredential(account, key),
  ).toString()
}

/** A container as whoever holds the SAS sees it; without one, as its owner does. */
export function containerOf(azurite: Azurite, container: string, sas?: string) {
  const service =
    sas === undefined
      ? BlobServiceClient.fromConnectionString(azurite.connectionString)
      : new BlobServiceClient(`${azurite.endpoint}?${sas}`)
  return service.getContainerClient(container)
}
