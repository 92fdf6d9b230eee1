import { open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { generateSigningKey } from '../catalog/signing-key.ts'
import { generateKeyPair } from '../codec/age/keys.ts'
import { HoldfastError } from '../errors/error.ts'
import { makeMissing } from '../process/make-missing.ts'
import type { CommandContext } from './context.ts'
import { done, type Outcome } from './outcome.ts'

/** The public halves of what `keygen` wrote, and where the private ones lie. */
export interface GeneratedKeys {
  readonly directory: string
  readonly recipient: string
  readonly stateRecipient: string
  readonly backupSigning: string
  readonly drillSigning: string
}

async function writePrivate(file: string, text: string): Promise<void> {
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    throw new HoldfastError('target-unwritable', exists ? `${file} exists already` : `cannot write ${file}`, {
      hint: exists
        ? 'Keys are never overwritten. Use another --out directory, or move the old key away and keep it.'
        : 'Choose a directory that you may write to with --out.',
      context: { path: file },
      cause,
    })
  }
}

/** Writes `identity.txt`, `state-identity.txt`, `backup-signing.key` and `drill-signing.key`, all 0600, never over an existing file. */
export async function generateKeys(directory: string, createdAt: Date): Promise<GeneratedKeys> {
  await makeMissing(directory)
  const identity = await generateKeyPair()
  const state = await generateKeyPair()
  const backup = generateSigningKey()
  const drill = generateSigningKey()
  const note = (what: string, publicHalf: string) =>
    `# holdfast ${what}, made ${createdAt.toISOString()}\n# public: ${publicHalf}\n`
  await writePrivate(
    join(directory, 'identity.txt'),
    `${note('identity: opens every backup', identity.recipient)}${identity.identity.reveal()}\n`,
  )
  await writePrivate(
    join(directory, 'state-identity.txt'),
    `${note('state identity: opens only state/', state.recipient)}${state.identity.reveal()}\n`,
  )
  await writePrivate(
    join(directory, 'backup-signing.key'),
    `${note('signing key of backups', backup.public)}${backup.private.reveal()}\n`,
  )
  await writePrivate(
    join(directory, 'drill-signing.key'),
    `${note('signing key of drills', drill.public)}${drill.private.reveal()}\n`,
  )
  return {
    directory,
    recipient: identity.recipient,
    stateRecipient: state.recipient,
    backupSigning: backup.public,
    drillSigning: drill.public,
  }
}

/** `holdfast keygen [--out DIR]`. */
export async function keygen(context: CommandContext, directory: string): Promise<Outcome> {
  return done([await generateKeys(resolve(context.cwd, directory), context.clock.now())])
}
