import { relative, resolve } from 'node:path'
import { type Config, templatePattern } from '../../config/config.ts'

/** An object of a configured destination. */
export interface NamedObject {
  readonly destination: string
  readonly key: string
}

/** A file of this host as an object of the directory that it lies in. */
function namedFile(config: Config, file: string): NamedObject | undefined {
  for (const destination of config.destinationNames) {
    try {
      const { type, settings } = config.destination(destination)
      const key = type === 'filesystem' ? relative((settings as { readonly path: string }).path, file) : '..'
      if (!key.startsWith('..') && isSingle(config, key)) return { destination, key }
    } catch {
      // What it lacks is said when it is used.
    }
  }
  return undefined
}

/** What stands before keys of a destination in URLs, without its scheme; undefined for what has no URLs of its own. */
function baseOf(config: Config, name: string): { scheme: string; base: string } | undefined {
  try {
    const { type, settings } = config.destination(name)
    const { bucket, container, prefix } = settings as Partial<
      Record<'bucket' | 'container' | 'prefix', string>
    >
    const base = [type === 's3' ? bucket : container, prefix].filter(Boolean).join('/')
    return type === 's3' || type === 'azure' ? { scheme: type, base } : undefined
  } catch {
    // What it lacks is said when it is used.
    return undefined
  }
}

function isSingle(config: Config, key: string): boolean {
  return config.jobNames.some((name) => {
    const { objectName, package: packaging } = config.job(name)
    if (packaging === 'volumes' || objectName === undefined) return false
    return templatePattern(objectName, { job: name }, { anyWord: true })?.matches(key) === true
  })
}

/**
 * The object that `s3://bucket/prefix/key` names, where a destination of the configuration lies there and a job has such
 * names; `s3://key` will do, and so will the path of a file in a directory. Of `azure://account/container/key` the account is not looked at. Undefined for other places.
 */
export function namedObject(config: Config, url: string): NamedObject | undefined {
  if (!/^\w+:/.test(url)) return namedFile(config, resolve(url))
  const [, scheme = '', rest = ''] = /^(s3|azure):\/\/([^?]+)$/.exec(url) ?? []
  if (scheme === '') return undefined
  for (const destination of config.destinationNames) {
    const place = baseOf(config, destination)
    if (place?.scheme !== scheme) continue
    const path = scheme === 'azure' ? rest.slice(rest.indexOf('/') + 1) : rest
    const key = path.startsWith(`${place.base}/`) ? path.slice(place.base.length + 1) : rest
    if (isSingle(config, key)) return { destination, key }
  }
  return undefined
}
