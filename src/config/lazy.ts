/** `make`, called once, on first use; an error is not remembered. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** An object whose properties are made on first use. */
export function lazyObject<T extends object>(makers: { readonly [Key in keyof T]-?: () => T[Key] }): T {
  const object = {}
  for (const [key, make] of Object.entries<() => unknown>(makers)) {
    Object.defineProperty(object, key, { get: once(make), enumerable: true })
  }
  return object as T
}
