import type { Chain, ChainLink } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { Fingerprint } from '../fingerprint/types.ts'
import { parseServerVersion, type Version } from '../server/flavor.ts'

/** How a backup was made: by what its manifest says. */
export function methodOf(link: ChainLink): 'logical' | 'physical' {
  return link.description.method === 'physical' ? 'physical' : 'logical'
}

/** The last link of a chain. */
export function lastLink(chain: Chain): ChainLink {
  const link = chain.at(-1)
  if (link !== undefined) return link
  throw new HoldfastError('chain-broken', 'the chain is empty', {
    hint: 'Name a backup that `holdfast list` shows.',
  })
}

/** The one link of a dump's chain, which has no increments. Errors: `chain-broken`. */
export function onlyLink(chain: Chain): ChainLink {
  const [link] = chain
  if (link !== undefined && chain.length === 1) return link
  throw new HoldfastError('chain-broken', 'a dump has no incremental backups', {
    hint: 'Restore a backup of level 0.',
  })
}

/** What the backup knows of the data, if it does. */
export function fingerprintOf({ fingerprint }: ChainLink): Fingerprint | undefined {
  const found = fingerprint as Partial<Fingerprint> | undefined
  return found?.format === 1 && found.type === 'mysql' ? (found as Fingerprint) : undefined
}

/** A text of the manifest's `source`. */
export function described({ description }: ChainLink, key: string): string {
  const value = description[key]
  return value === undefined ? '' : String(value)
}

/** Bytes of all streams. */
export function bytesOf(chain: Chain): number {
  return chain.flatMap(({ streams }) => streams).reduce((sum, { bytes }) => sum + bytes, 0)
}

/** The version of the server that a backup is of; an old one of MariaDB where the backup does not say. */
export function serverVersion(link: ChainLink): Version {
  const text = described(link, 'server')
    .replace(/^mariadb (.*)$/, '$1-MariaDB')
    .replace(/^mysql /, '')
  return parseServerVersion(text) ?? { flavor: 'mariadb', text: '10.11.0', major: 10, minor: 11, patch: 0 }
}

/** Names of tables must be told apart in the copy as they were in the source. */
export function namesOption(link: ChainLink): string[] {
  const value = described(link, 'lowerCaseTableNames')
  // 2 is for file systems that tell no case apart, and there only.
  return value === '1' ? ['--lower-case-table-names=1'] : []
}
