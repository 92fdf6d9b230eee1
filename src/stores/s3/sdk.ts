import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3'
import { HoldfastError } from '../../errors/error.ts'

export type Sdk = typeof import('@aws-sdk/client-s3')
/** Fields that several requests have in common. */
export type PutFields = Partial<PutObjectCommandInput>
export type Client = S3Client

/** The SDK, loaded when a store is opened and not before. */
export async function loadSdk(): Promise<Sdk> {
  try {
    return await import('@aws-sdk/client-s3')
  } catch (cause) {
    throw new HoldfastError('internal', 'the part of holdfast that speaks S3 cannot be loaded', {
      hint: 'Install Holdfast again: a file of it is missing.',
      cause,
    })
  }
}
