/** Whose server or client it is: they part in flags, in words and in what they can. */
export type Flavor = 'mariadb' | 'mysql'

export interface Version {
  readonly flavor: Flavor
  /** `10.11.19`. */
  readonly text: string
  readonly major: number
  readonly minor: number
  readonly patch: number
}

function versionOf(flavor: Flavor, numbers: RegExpExecArray | null): Version | undefined {
  if (numbers === null) return undefined
  const [major = 0, minor = 0, patch = 0] = numbers.slice(1).map(Number)
  return { flavor, text: `${major}.${minor}.${patch}`, major, minor, patch }
}

/** What `SELECT VERSION()` says: `10.11.19-MariaDB-log`, `5.5.5-10.6.2-MariaDB`, `8.0.36-0ubuntu0.22.04.1`. */
export function parseServerVersion(text: string): Version | undefined {
  const flavor = /mariadb/i.test(text) ? 'mariadb' : 'mysql'
  // Old clients of replication once refused two digits, so MariaDB puts a 5.5.5 before its version.
  return versionOf(flavor, /(\d+)\.(\d+)\.(\d+)/.exec(text.replace(/^5\.5\.5-(?=\d)/, '')))
}

/** What `--version` of a client says: `mysqldump  Ver 10.19 Distrib 10.11.19-MariaDB, for …`, `… Ver 8.0.36 for Linux`. */
export function parseToolVersion(text: string): Version | undefined {
  const flavor = /mariadb/i.test(text) ? 'mariadb' : 'mysql'
  const place =
    flavor === 'mariadb'
      ? (/(?:Distrib|from|version|based on MariaDB server) (\d+)\.(\d+)\.(\d+)/.exec(text) ??
        /(\d+)\.(\d+)\.(\d+)-MariaDB/.exec(text))
      : /(?:Ver|version) (?:\d+\.\d+ Distrib )?(\d+)\.(\d+)\.(\d+)/.exec(text)
  return versionOf(flavor, place)
}

/** Whether `version` is at least `major.minor.patch`. */
export function isAtLeast(version: Version, major: number, minor = 0, patch = 0): boolean {
  const difference = version.major - major || version.minor - minor || version.patch - patch
  return difference >= 0
}
