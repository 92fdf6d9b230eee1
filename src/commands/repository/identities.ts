import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseIdentities } from '../../codec/age/keys.ts'
import { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'

/** What may open a backup's data key. */
export interface Openers {
  readonly identities: readonly Secret[]
  readonly passphrases: readonly Secret[]
}

/** The text of `--identity`, else of `encryption.identity`; undefined where there is none. Errors: `identity-missing` for a file that cannot be read. */
export async function identityText(context: CommandContext): Promise<Secret | undefined> {
  if (context.identityFile === undefined) return context.config.identity()
  const file = resolve(context.cwd, context.identityFile)
  try {
    return new Secret(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new HoldfastError('identity-missing', `cannot read the identity file ${file}`, {
      hint: 'Name the file that `holdfast keygen` wrote as identity.txt with --identity.',
      context: { path: file },
      cause,
    })
  }
}

/**
 * The identities and the passphrase that this run may open backups with: `--identity`, else `encryption.identity`,
 * and `encryption.passphrase`. Errors: `identity-missing` when there is none at all.
 */
export async function openers(context: CommandContext): Promise<Openers> {
  const text = await identityText(context)
  const { passphrase } = context.config.encryption()
  if (text === undefined && passphrase === undefined) {
    throw new HoldfastError('identity-missing', 'these backups are encrypted and no identity is configured', {
      hint: 'Give the private key with --identity FILE, or set encryption.identity in the configuration.',
    })
  }
  return {
    identities: text === undefined ? [] : parseIdentities(text),
    passphrases: passphrase === undefined ? [] : [passphrase],
  }
}

/** {@link openers} for a chain; undefined where none of its backups is encrypted. */
export async function openersFor(
  context: CommandContext,
  chain: readonly { readonly encrypted: boolean }[],
): Promise<Openers | undefined> {
  return chain.some(({ encrypted }) => encrypted) ? openers(context) : undefined
}
