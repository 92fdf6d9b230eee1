import { secretForms } from './secret-forms.ts'

const registered = new Set<string>()

/** Has `text` masked by {@link maskSecrets} from now on, in all its forms. */
export function registerSecret(text: string): void {
  for (const form of secretForms(text)) registered.add(form)
}

/** Every text that is masked so far: for a runner, which masks the logs of other steps as well. */
export function maskedForms(): readonly string[] {
  return [...registered]
}

/**
 * A value that must never be seen. Every serializer prints `***`; only `reveal()` gives the text, and only to
 * the code that hands it to a child process, a key derivation or a server.
 *
 * Making a Secret registers its text with {@link maskSecrets}: percent-encoded too, line by line, and the passwords
 * and keys in it; texts of under 6 characters are not registered, since masking them would eat ordinary words.
 */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    registerSecret(text)
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
