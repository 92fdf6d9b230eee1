import { HoldfastError } from '../../../errors/error.ts'
import { keywords, type Parameters } from './keywords.ts'

function refuse(what: string): HoldfastError {
  return new HoldfastError('usage', `the database URL ${what}`, {
    hint: 'Write postgres://user:password@host:5432/database; percent-encode special characters in each, / as %2F and @ as %40.',
  })
}

function decode(part: string, name: string): string {
  try {
    const text = decodeURIComponent(part)
    if (!text.includes('\0')) return text
  } catch {
    // Told below, without the part: it may be the password.
  }
  throw refuse(`has a ${name} that is not percent-encoded correctly`)
}

/** `[::1]:5432`, `host:5432`, `%2Fvar%2Frun`, or nothing. */
function hostAndPort(text: string): [string, string] {
  const found = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d*))?$/.exec(text)
  if (found === null) throw refuse('has a host that cannot be understood')
  return [decode(found[1] ?? found[2] ?? '', 'host'), found[3] ?? '']
}

function parametersOf(query: string): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (const pair of query.split('&').filter(Boolean)) {
    const [rawName = '', ...rest] = pair.split('=')
    const name = decode(rawName, 'parameter')
    const value = decode(rest.join('='), `value of ${name}`)
    // As JDBC has it.
    if (name === 'ssl' && value === 'true') parameters.sslmode = 'require'
    else if (Object.hasOwn(keywords, name)) parameters[name] = value
    else throw refuse(`has an unknown parameter ${name}`)
  }
  return parameters
}

/**
 * The parameters of a URI as libpq reads it: several hosts, sockets (`postgres:///db?host=/run/postgresql`), services.
 * Errors: `usage`, which never shows the URI.
 */
export function parseUri(uri: string): Parameters {
  const body = /^postgres(?:ql)?:\/\/(.*)$/s.exec(uri)?.[1]
  if (body === undefined) throw refuse('does not begin with postgres://')
  const [location = '', ...query] = body.split('?')
  const slash = location.indexOf('/')
  const authority = slash < 0 ? location : location.slice(0, slash)
  const database = slash < 0 ? '' : location.slice(slash + 1)
  // A password with a slash in it would end up as host and database, and be shown.
  if (/[@/]/.test(database)) throw refuse('has a / or @ that is not percent-encoded')
  const at = authority.lastIndexOf('@')
  const [user = '', ...password] = at < 0 ? [] : authority.slice(0, at).split(':')
  const hosts = authority
    .slice(at + 1)
    .split(',')
    .map(hostAndPort)
  const found: Record<string, string> = {
    user: decode(user, 'user'),
    password: decode(password.join(':'), 'password'),
    host: hosts.map(([host]) => host).join(','),
    port: hosts.map(([, port]) => port).join(','),
    dbname: decode(database, 'database'),
  }
  const given = Object.entries(found).filter(([, value]) => value.replaceAll(',', '') !== '')
  return { ...Object.fromEntries(given), ...parametersOf(query.join('?')) }
}
