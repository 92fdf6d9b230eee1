import { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'

/** The account of Azurite and of `UseDevelopmentStorage=true`. */
const developmentAccount = 'devstoreaccount1'

/** `Name=value;Name=value`; values hold `=` as well. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const part of text.split(';')) {
    const at = part.indexOf('=')
    if (at > 0) fields.set(part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim())
  }
  return fields
}

/** The account that a connection string is for, if it says so; one with a SAS may name only an endpoint. */
export function accountOf(text: string): string | undefined {
  const fields = fieldsOf(text)
  if (fields.get('usedevelopmentstorage')?.toLowerCase() === 'true') return developmentAccount
  const named = fields.get('accountname')
  if (named !== undefined) return named
  return /^https?:\/\/([a-z0-9]+)\.blob\./.exec(fields.get('blobendpoint') ?? '')?.[1]
}

/** Masks the parts that are secret by themselves: the SDK may put each into a header, a URL or a message. */
export function maskParts(text: string): void {
  const fields = fieldsOf(text)
  const key = fields.get('accountkey')
  if (key) new Secret(key)
  const sas = fields.get('sharedaccesssignature')
  if (sas) maskSas(sas)
}

/** Masks a SAS, and its signature in each of the ways in which URLs write it. */
export function maskSas(sas: string): void {
  new Secret(sas)
  const signature = new URLSearchParams(sas).get('sig')
  if (signature) new Secret(signature)
}

/** The error for a connection string that the SDK cannot read; what it says may quote it. */
export function unreadable(): HoldfastError {
  return new HoldfastError('store-credentials', 'the connection string cannot be read', {
    hint: 'Copy it whole from the portal, Access keys, Connection string; it begins with DefaultEndpointsProtocol= or BlobEndpoint=.',
  })
}
