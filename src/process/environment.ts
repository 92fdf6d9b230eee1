import { maskSecrets, Secret } from '../domain/secret.ts'

/** Names that hold Holdfast's own secrets, a forge's tokens or an action's inputs. */
const withheld =
  /^(HOLDFAST_|AWS_SECRET|AWS_SESSION_TOKEN$|AWS_ACCESS_KEY_ID$|AZURE_|BACKUP_PASSPHRASE(_FILE)?$|ARCHIVE_PASSWORD$|B2_(KEY_ID|APP_KEY)$|INPUT_|ACTIONS_.*TOKEN)/i

/** A password that happens to be part of one of these must not cost the child its PATH. */
const indispensable = /^(PATH|HOME|USER|LOGNAME|SHELL|PWD|TERM|TZ|TMPDIR|LANG|LC_.*|LD_LIBRARY_PATH|XDG_.*)$/

/**
 * The environment for children: the host's own without Holdfast's secrets, that is without the names above and
 * without every variable whose value holds a registered {@link Secret}.
 */
export function childEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || withheld.test(name)) continue
    if (!indispensable.test(name) && maskSecrets(value) !== value) continue
    kept[name] = value
  }
  return kept
}

/** `environment` and what one child alone is to know, secrets revealed: only for the call that starts it. */
export function revealEnvironment(
  environment: Readonly<Record<string, string>>,
  extra: Readonly<Record<string, Secret | string>> = {},
): Record<string, string> {
  const revealed: Record<string, string> = { ...environment }
  for (const [name, value] of Object.entries(extra)) {
    revealed[name] = value instanceof Secret ? value.reveal() : value
  }
  return revealed
}
