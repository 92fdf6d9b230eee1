import { Secret } from '../../domain/secret.ts'
import { childEnvironment } from '../../process/environment.ts'

/** Options that would change what a call reads, writes or prints, were they taken from the environment. */
const meddling =
  /^RCLONE_(INCLUDE|EXCLUDE|FILTER|FILES_FROM|HASH_FILTER|MIN_|MAX_(AGE|SIZE|DEPTH|DELETE|DURATION|TRANSFER)|METADATA|BACKUP_DIR|SUFFIX|COMPARE_DEST|COPY_DEST|IGNORE_|IMMUTABLE|INPLACE|NO_TRAVERSE|NO_CHECK_DEST|NAME_TRANSFORM|LOG_|SYSLOG|VERBOSE|QUIET|STATS|PROGRESS|USE_JSON_LOG|OFFSET|COUNT|HEAD|TAIL|DISCARD|SEPARATOR|SIZE|RECURSIVE|HASH|STAT|DIRS_ONLY|FILES_ONLY|ENCRYPTED|ORIGINAL|NO_MODTIME|NO_MIMETYPE)/

const secret = /PASS|SECRET|TOKEN|KEY|SAS|CREDENTIALS/

/**
 * The environment for rclone: that of any child, and all of rclone's own variables but those that meddle with single
 * calls. Its passwords stay with it, and are known as secrets from then on.
 */
export function rcloneEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  const own: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('RCLONE_') || meddling.test(name)) continue
    if (secret.test(name) && value !== '') new Secret(value)
    own[name] = value
  }
  const others = Object.entries(childEnvironment(environment)).filter(([name]) => !name.startsWith('RCLONE_'))
  return { ...Object.fromEntries(others), ...own }
}
