import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateKeyPair, parseIdentities } from '../../codec/age/keys.ts'
import { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'

const fileName = 'state-identity.txt'

async function readIfThere(file: string): Promise<Secret | undefined> {
  try {
    return new Secret(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function create(directory: string): Promise<Secret> {
  const { identity } = await generateKeyPair()
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, fileName)
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(
      `# holdfast state identity: opens only state/, needed for increments\n${identity.reveal()}\n`,
    )
    await handle.sync()
  } finally {
    await handle.close()
  }
  return identity
}

/**
 * The identity that opens `state/` and nothing else: `encryption.state-identity`, else the one in the state directory,
 * which is made at the first backup. Losing it costs one full backup, never data.
 */
export async function stateIdentity(context: CommandContext): Promise<Secret> {
  const configured = context.config.stateIdentity()
  const file = join(context.stateDirectory, fileName)
  try {
    const text = configured ?? (await readIfThere(file)) ?? (await create(context.stateDirectory))
    const [first] = parseIdentities(text)
    if (first === undefined) throw new Error('no identity in it')
    return first
  } catch (cause) {
    if (cause instanceof HoldfastError) throw cause
    // Two first backups at once: the other one made it.
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return stateIdentity(context)
    throw new HoldfastError('state-unusable', `cannot use the state directory ${context.stateDirectory}`, {
      hint: 'Make it writable for this user, or set HOLDFAST_STATE_DIR to a directory that is.',
      context: { path: context.stateDirectory },
      cause,
    })
  }
}
