import { Agent, type AgentOptions } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { HoldfastError } from '../../errors/error.ts'

const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy']

/** Node's agents know proxies since 24.5; an older one would go past the proxy without a word. */
function refuseOldNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 5)) return
  throw new HoldfastError(
    'store-unsupported',
    `a store behind a proxy needs another Node than ${process.version}`,
    {
      hint: 'Use Node 24.5 or newer, or unset HTTPS_PROXY and HTTP_PROXY where the store can be reached directly.',
    },
  )
}

export interface Agents {
  readonly httpAgent: Agent
  readonly httpsAgent: SecureAgent
}

/**
 * One pool of kept-alive connections for everything that a store does; through the proxy that `HTTPS_PROXY`,
 * `HTTP_PROXY` and `NO_PROXY` of `environment` say. Errors: `store-unsupported` where this Node knows no proxies.
 */
export function createAgents(environment: Readonly<Record<string, string>>): Agents {
  const proxyEnv = Object.fromEntries(
    proxyNames.filter((name) => environment[name]).map((name) => [name, environment[name] ?? '']),
  )
  const hasProxy = Object.keys(proxyEnv).some((name) => !/^no_/i.test(name))
  if (hasProxy) refuseOldNode()
  const options: AgentOptions = {
    keepAlive: true,
    maxSockets: 64,
    scheduling: 'lifo',
    ...(hasProxy ? { proxyEnv } : {}),
  }
  return { httpAgent: new Agent(options), httpsAgent: new SecureAgent(options) }
}
