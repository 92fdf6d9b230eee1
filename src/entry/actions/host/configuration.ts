import { existsSync, readdirSync } from 'node:fs'
import { driverSchemas } from '../../../composition/drivers.ts'
import {
  type Config,
  configFromFlags,
  type Inputs,
  inputInvalid,
  loadConfig,
  loadConfigText,
} from '../../../config/config.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import type { ActionSpec } from './action-spec.ts'

export interface Configured {
  readonly config: Config
  readonly onlyDestinations: readonly string[]
}

const checkout = 'Add a step `- uses: actions/checkout@v7` before this one'

const surroundings = () => ({
  cwd: process.cwd(),
  environment: process.env,
  drivers: driverSchemas,
})

/** Inline YAML has a colon with a space or a newline; a path has neither. */
function isInline(text: string): boolean {
  return /\n|:\s|^\{/.test(text)
}

function looksLikePlace(text: string): boolean {
  return /[/:]/.test(text) || existsSync(text)
}

function isEmptyWorkspace(): boolean {
  try {
    return readdirSync(process.cwd()).length === 0
  } catch {
    return true
  }
}

/** Without a checkout there is no file: the error says which step is missing. */
function checkoutMissing(cause: HoldfastError): HoldfastError {
  return new HoldfastError('checkout-missing', 'the workspace is empty, so there is no configuration in it', {
    hint: `${checkout}, or do without a file: give source, destination and recipients.`,
    context: { workspace: process.cwd() },
    cause,
  })
}

function notFound(cause: HoldfastError): HoldfastError {
  return new HoldfastError('config-not-found', cause.message, {
    hint: 'Commit a holdfast.yml, name it with the input config, or give source, destination and recipients.',
    context: cause.context,
    cause,
  })
}

/** Retention goes by jobs. Nothing is read of these sources: they stand for the rules of `keep`. */
function rulesFor(inputs: Inputs, spec: ActionSpec): readonly string[] {
  if (!spec.insteadOfConfig.includes('keep')) return []
  if (inputs.list('jobs').length === 0) {
    throw inputInvalid(
      ['cleanup of a destination alone needs the jobs to clean'],
      'Name them with the input jobs; `holdfast list` shows which there are.',
    )
  }
  return inputs.list('jobs').map((job) => `${job}=.`)
}

function fromInputs(inputs: Inputs, spec: ActionSpec): Configured {
  const takes = (name: string) => spec.insteadOfConfig.includes(name) && inputs.has(name)
  const config = configFromFlags(
    {
      sources: takes('source') ? inputs.list('source') : rulesFor(inputs, spec),
      destinations: inputs.list('destination'),
      recipients: takes('recipients') ? inputs.list('recipients') : [],
      keysFromEnvironment: true,
      ...(takes('compression') && { compression: inputs.text('compression') }),
      ...(takes('keep') && { keep: inputs.text('keep') }),
    },
    { ...surroundings(), inArgv: false },
  )
  return { config, onlyDestinations: [] }
}

function fromFile(inputs: Inputs): Config {
  const text = inputs.text('config')
  if (text !== undefined && isInline(text)) return loadConfigText(text, 'input config', surroundings())
  try {
    return loadConfig({ ...surroundings(), file: text })
  } catch (error) {
    if (!hasCode(error, 'config-not-found')) throw error
    throw isEmptyWorkspace() ? checkoutMissing(error) : notFound(error)
  }
}

/**
 * The configuration of an action: a file or inline YAML, or `source`, `destination` and `recipients` alone; for what
 * reads or cleans also a `destination` alone that is a URL or a path. Errors: `checkout-missing`, `input-invalid`, and
 * those of the configuration's readers.
 */
export function configurationOf(inputs: Inputs, spec: ActionSpec): Configured {
  const places = inputs.list('destination')
  const own = spec.insteadOfConfig.filter((name) => inputs.has(name))
  if (own.includes('source')) {
    if (inputs.has('config')) throw inputInvalid(['config and source exclude each other'])
    if (places.length === 0)
      throw inputInvalid(
        ['source needs a destination'],
        'Add `destination:`, a URL or a path outside the workspace.',
      )
    return fromInputs(inputs, spec)
  }
  try {
    const config = fromFile(inputs)
    const unknown = places.filter((name) => !config.destinationNames.includes(name))
    if (spec.bare && unknown.length > 0 && unknown.every(looksLikePlace) && !inputs.has('config')) {
      return fromInputs(inputs, spec)
    }
    if (own.length > 0) {
      throw inputInvalid(
        own.map((name) => `input ${name} goes with a destination alone, and there is a configuration`),
        'Say it in the configuration instead, or leave the configuration out.',
      )
    }
    return { config, onlyDestinations: places }
  } catch (error) {
    const isMissing = hasCode(error, 'config-not-found', 'checkout-missing')
    if (isMissing && spec.bare && places.length > 0 && !inputs.has('config')) return fromInputs(inputs, spec)
    throw error
  }
}
