/** The right that a request needs, as policies name it. */
export type Action =
  | 's3:PutObject'
  | 's3:GetObject'
  | 's3:GetObjectVersion'
  | 's3:ListBucket'
  | 's3:ListBucketVersions'
  | 's3:DeleteObject'
  | 's3:DeleteObjectVersion'
  | 's3:GetObjectRetention'
  | 's3:PutObjectRetention'
  | 's3:RestoreObject'
  | 's3:GetBucketVersioning'

export interface Asked {
  readonly store: string
  readonly host: string
  readonly region: string
  readonly bucket: string
  readonly action: Action
  /** What the request was about: a key, or a prefix. */
  readonly key: string
}
