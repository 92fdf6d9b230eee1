import { HoldfastError } from '../../errors/error.ts'

/** S3's own limit, in bytes. */
const longest = 1024

function isOdd(text: string): boolean {
  return text.split('/').some((part) => part === '' || part === '.' || part === '..')
}

/** The key in the bucket. Errors: `store-unsupported` for one that servers would normalise or refuse. */
export function fullKey(prefix: string | undefined, key: string): string {
  const full = prefix === undefined ? key : `${prefix}/${key}`
  if (!isOdd(key) && Buffer.byteLength(full) <= longest) return full
  throw new HoldfastError('store-unsupported', `the key ${JSON.stringify(key)} cannot be an object's`, {
    hint: `Use a shorter prefix: a key has up to ${longest} bytes, and no empty part, . or .. in it.`,
    context: { key },
  })
}

/**
 * The listing's prefix in the bucket; undefined where no key can begin so. MinIO refuses one that ends in a part of dots,
 * with which a name may well begin: it is left out, so that what is listed must be compared with what was wanted.
 */
export function fullPrefix(prefix: string | undefined, wanted: string): string | undefined {
  const whole = wanted.slice(0, wanted.lastIndexOf('/') + 1)
  if (whole !== '' && isOdd(whole.slice(0, -1))) return undefined
  const bearable = /(^|\/)\.\.?$/.test(wanted) ? whole : wanted
  return prefix === undefined ? bearable : `${prefix}/${bearable}`
}

/** The key without the prefix of the configuration. */
export function ownKey(prefix: string | undefined, full: string): string {
  return prefix === undefined ? full : full.slice(prefix.length + 1)
}
