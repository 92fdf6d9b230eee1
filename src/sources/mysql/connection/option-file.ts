import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import type { Flavor } from '../server/flavor.ts'
import type { Address } from './address.ts'

/** A value as option files take it: in quotes, so that `#` begins no comment. */
function quoted(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return `"${escaped}"`
}

function tlsLines({ tls, tlsCa }: Address, flavor: Flavor): string[] {
  const ca = tlsCa === undefined ? [] : [`ssl-ca=${quoted(tlsCa)}`]
  if (flavor === 'mysql') return [`ssl-mode=${tls.replace('-', '_').toUpperCase()}`, ...ca]
  // The clients of MariaDB know no preference: they use TLS when told to, those of 11.4 and later always try.
  if (tls === 'disabled') return ['loose-skip-ssl']
  if (tls === 'preferred') return ['loose-skip-ssl-verify-server-cert']
  return ['ssl', tls === 'verify-identity' ? 'ssl-verify-server-cert' : 'skip-ssl-verify-server-cert', ...ca]
}

/** The text of an option file that tells clients of a flavor where and who. Holds the password. */
export function optionFileText(address: Address, flavor: Flavor): string {
  const { host, port, socket, user, password } = address
  const lines = [
    '[client]',
    `user=${quoted(user)}`,
    ...(password === undefined ? [] : [`password=${quoted(password.reveal())}`]),
    ...(socket === undefined
      ? [
          `host=${quoted(host ?? 'localhost')}`,
          `port=${port ?? 3306}`,
          'protocol=tcp',
          ...tlsLines(address, flavor),
        ]
      : [`socket=${quoted(socket)}`, 'protocol=socket']),
  ]
  return `${lines.join('\n')}\n`
}

export interface OptionFile {
  readonly path: string
  readonly directory: string
  remove(): Promise<void>
}

/** An option file, 0600 in a directory of 0700, for `--defaults-extra-file`; what a killed run left is removed first. */
export async function writeOptionFile(
  address: Address,
  flavor: Flavor,
  name = 'client.cnf',
): Promise<OptionFile> {
  const directory = await makePrivateDirectory(tmpdir(), 'holdfast-mysql')
  const path = join(directory, name)
  const remove = () => rm(directory, { recursive: true, force: true })
  try {
    await writeFile(path, optionFileText(address, flavor), { mode: 0o600, flag: 'wx' })
    return { path, directory, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
