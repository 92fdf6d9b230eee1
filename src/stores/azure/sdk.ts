import { HoldfastError } from '../../errors/error.ts'

export type StorageSdk = typeof import('@azure/storage-blob')
export type IdentitySdk = typeof import('@azure/identity')

function broken(what: string, cause: unknown): HoldfastError {
  return new HoldfastError('internal', `the part of holdfast that ${what} cannot be loaded`, {
    hint: 'Install Holdfast again: a file of it is missing.',
    cause,
  })
}

/** The SDK of Blob Storage, loaded when a store is opened and not before. */
export async function loadStorage(): Promise<StorageSdk> {
  try {
    return await import('@azure/storage-blob')
  } catch (cause) {
    throw broken('speaks to Azure', cause)
  }
}

/** The SDK that gets tokens; most destinations need none. */
export async function loadIdentity(): Promise<IdentitySdk> {
  try {
    return await import('@azure/identity')
  } catch (cause) {
    throw broken('signs in to Azure', cause)
  }
}
