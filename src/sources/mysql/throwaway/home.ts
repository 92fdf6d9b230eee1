import { chown, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { runTool } from '../../../process/run-tool.ts'
import { serverNotMade } from '../../../process/server-error.ts'
import { mayEnter, type Unprivileged, unprivilegedUser } from '../../../process/unprivileged.ts'
import { type ServerProgram, serverEnvironment } from './programs.ts'

/** Whom a server runs as where this is root, the first that there is. */
export const serverUsers = ['mysql', 'nobody']

/**
 * Whom the server runs as: where this is root, `mysql`, else `nobody`, so that what a dump does in the server can touch
 * nothing else; root itself only where that one could not get to the directory.
 */
export async function userFor(datadir: string): Promise<Unprivileged | undefined> {
  const user = await unprivilegedUser(serverUsers)
  return (await mayEnter(user, dirname(datadir))) ? user : undefined
}

/** A socket's path may have 107 bytes; the names of its own directory and of the file take up to 50 of them. */
const longestParent = 57

/** The first temporary directory where a socket's path is not too long and its user gets in; a runner's own is deep. */
async function parentOfHome(owner: Unprivileged | undefined): Promise<string> {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    if (Buffer.byteLength(parent) > longestParent) continue
    if (await mayEnter(owner, parent).catch(() => false)) return parent
  }
  return tmpdir()
}

/**
 * The directory of the socket: short enough for one, and only the server's user (and root) gets in. It stays as long as
 * the process `pid`, else as long as this one.
 */
export async function makeHome(owner: Unprivileged | undefined, pid?: number): Promise<string> {
  const home = await makePrivateDirectory(await parentOfHome(owner), 'holdfast-mysqld', pid)
  for (const name of ['tmp', 'empty']) await mkdir(join(home, name), { mode: 0o700 })
  if (owner) for (const path of [home, join(home, 'tmp')]) await chown(path, owner.uid, owner.gid)
  return home
}

/** Makes an empty data directory: root needs no password, and only the socket leads to it. Errors: `server-not-made`. */
export async function initialise(
  context: SourceContext,
  { program, datadir }: { readonly program: ServerProgram; readonly datadir: string },
  { home, user }: { readonly home: string; readonly user: Unprivileged | undefined },
): Promise<void> {
  // The temporary directory of who drills need not be one that the server's user gets into.
  const environment = { ...serverEnvironment(context), TMPDIR: join(home, 'tmp') }
  const isMariadb = program.version.flavor === 'mariadb'
  const command = isMariadb ? 'mariadb-install-db' : program.path
  const args = isMariadb
    ? ['--skip-test-db', '--skip-name-resolve', '--auth-root-authentication-method=normal']
    : ['--initialize-insecure']
  try {
    await runTool({
      command,
      args: ['--no-defaults', `--datadir=${datadir}`, ...args],
      environment,
      signal: context.signal,
      cwd: datadir,
      ...(user && { user: { uid: user.uid, gid: user.gid } }),
    })
  } catch (error) {
    throw serverNotMade(`${command} ${program.version.text}`, error)
  }
}
