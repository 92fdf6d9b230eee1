import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { MysqlSettings } from '../settings.ts'
import { type Address, parseAddress } from './address.ts'
import { containerAddress, dockerOf } from './container.ts'

/**
 * Where the server of a source is: what `host`, `port`, `socket`, `user` and `password` say wins over the URL, and a
 * container says where it listens when nothing else does. Errors: `usage`, `source-unreadable`, those of docker.
 */
export async function resolveAddress(context: SourceContext, settings: MysqlSettings): Promise<Address> {
  const { url, host, port, socket, user, password, container, dockerCommand } = settings
  const given: Address = url === undefined ? { user: 'root', tls: 'preferred' } : parseAddress(url)
  const found =
    container !== undefined && [host, socket, given.host, given.socket].every((place) => place === undefined)
      ? await containerAddress(dockerOf(context, dockerCommand), container)
      : {}
  const address: Address = {
    ...given,
    ...found,
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(socket === undefined ? {} : { socket }),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  }
  if (address.host !== undefined || address.socket !== undefined) return address
  throw new HoldfastError('usage', 'the source does not say where its server is', {
    hint: 'Set url, host, socket or container of the source.',
  })
}
