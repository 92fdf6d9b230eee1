import { inputInvalid } from '../../../config/action-inputs.ts'
import type { Config, ConfigPart } from '../../../config/config.ts'
import type { Finding } from '../../../domain/finding.ts'
import { maskedForms, registerSecret } from '../../../domain/secret.ts'
import { shortestSecret } from '../../../domain/secret-forms.ts'
import { addMask } from './runner-commands.ts'

/** Variables that hold a secret whatever the configuration says of them. Names of files, users and hosts do not match. */
const secretName =
  /(_|^)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|IDENTITY|CONNECTION_STRING|SAS|APP_KEY|(SECRET|PRIVATE|SIGNING|ACCOUNT)_(ACCESS_)?KEY)$|_PWD$|^DATABASE_URL$|_DATABASE_URL$/

/** A URL with a password, whatever it is for. */
const withPassword = /^[a-z][a-z0-9+.-]*:\/\/[^/\s]*:[^/\s]+@/i

const configured: readonly ConfigPart[] = [
  'source',
  'destinations',
  'encryption',
  'identity',
  'state-identity',
  'signing-key',
  'notifiers',
  'metrics',
]

/**
 * Has the runner mask all that is registered so far, in the logs of this and of every later step. Called before
 * anything is said, and not for the keys that a run makes for itself: those are never said, to the runner neither.
 */
export function maskInLogs(): void {
  // Of several lines each is registered by itself.
  for (const form of maskedForms()) if (!form.includes('\n')) addMask(form)
}

/** Switches have such names too: USE_TOKEN=true. */
const switchWord = /^(true|false|yes|no|on|off)$/i

/** A warning where a value is too short to be masked. */
function shortness(name: string, value: string): Finding[] {
  const text = value.trim()
  if (text === '' || text.length >= shortestSecret || switchWord.test(text)) return []
  return [tooShort(name)]
}

function tooShort(name: string): Finding {
  return {
    severity: 'warning',
    code: 'short-secret',
    message: `${name} has fewer than ${shortestSecret} characters and is not masked`,
    hint: 'Use a longer secret: masking so short a text would hide ordinary words, and outputs that hold them.',
  }
}

/** Registers what the environment holds of secrets. Returns warnings of those that are too short. */
export function maskEnvironment(environment: NodeJS.ProcessEnv): Finding[] {
  const findings: Finding[] = []
  for (const [name, value] of Object.entries(environment)) {
    if (!value || !(secretName.test(name) || withPassword.test(value))) continue
    registerSecret(value)
    findings.push(...shortness(name, value))
  }
  return findings
}

/**
 * Takes the lines `NAME=value` of the input `env` into the environment, each masked. Returns warnings of values that
 * are too short for that. Errors: `input-invalid`.
 */
export function takeEnvironment(lines: readonly string[], environment: NodeJS.ProcessEnv): Finding[] {
  const findings: Finding[] = []
  for (const [index, line] of lines.entries()) {
    const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/.exec(line) ?? []
    if (name === undefined) {
      throw inputInvalid([`line ${index + 1} of the input env is not NAME=value`])
    }
    environment[name] = value
    registerSecret(value)
    findings.push(...shortness(name, value))
  }
  return findings
}

/** Reads every secret that the configuration knows of, and has it masked. */
export function maskConfigured(config: Config, jobs: readonly string[]): void {
  for (const job of jobs.length > 0 ? jobs : config.jobNames) {
    for (const part of configured) {
      try {
        config.prepare({ jobs: [job], parts: [part] })
      } catch {
        // What is not set holds no secret; the command says what it misses.
      }
    }
  }
  maskInLogs()
}
