const registered = new Set<string>()
const shortest = 6

/**
 * A value that must never be seen. Every serializer prints `***`; only `reveal()` gives the text, and only to
 * the code that hands it to a child process, a key derivation or a server.
 *
 * Making a Secret registers its text (and its percent-encoded form, line by line) with {@link maskSecrets};
 * texts of under 6 characters are not registered, since masking them would eat ordinary words.
 */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    for (const line of [text, ...text.split('\n')]) {
      const trimmed = line.trim()
      if (trimmed.length < shortest) continue
      registered.add(trimmed)
      registered.add(encodeURIComponent(trimmed))
    }
  }

  /** The text itself. The result must not reach argv, a log, an event or an error. */
  reveal(): string {
    return this.#text
  }

  toString(): string {
    return '***'
  }

  toJSON(): string {
    return '***'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return 'Secret(***)'
  }
}

/** `text` with every registered secret replaced by `***`; longer secrets first, so that none leaves a tail. */
export function maskSecrets(text: string): string {
  let masked = text
  for (const secret of [...registered].sort((a, b) => b.length - a.length)) {
    if (masked.includes(secret)) masked = masked.replaceAll(secret, '***')
  }
  return masked
}
