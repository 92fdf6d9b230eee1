/** Why a key could leave its root once it is a path, or be another key's; undefined where it could not. */
export function keyFlaw(key: string): string | undefined {
  if (key.includes('\0')) return 'it holds a NUL'
  const segments = key.split('/')
  if (segments.includes('')) return 'a part of it is empty'
  if (segments.includes('.') || segments.includes('..')) return 'a part of it is . or ..'
  return undefined
}
