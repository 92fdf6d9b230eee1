import type { DrillCopy } from '../../../domain/drill.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { Address } from '../connection/address.ts'
import { writeOptionFile } from '../connection/option-file.ts'
import { openSession } from '../connection/session.ts'
import type { Flavor } from '../server/flavor.ts'
import { identifier } from '../server/names.ts'

/** The throwaway copy as a person's own checks see it; `MYSQL_HOME` of `run:` holds how clients reach it. */
export async function withCopy<T>(
  context: SourceContext,
  place: {
    readonly address: Address
    readonly flavor: Flavor
    readonly directory: string
    /** Chosen before each query, so that checks need not name it. */
    readonly database?: string | undefined
  },
  use: (copy: DrillCopy) => Promise<T>,
): Promise<T> {
  const { address, flavor, directory, database } = place
  const optionFile = await writeOptionFile(address, flavor, 'my.cnf')
  try {
    return await use({
      directory,
      environment: {
        MYSQL_HOME: optionFile.directory,
        ...(address.socket === undefined ? {} : { MYSQL_UNIX_PORT: address.socket }),
        ...(address.host === undefined ? {} : { MYSQL_HOST: address.host }),
        ...(address.port === undefined ? {} : { MYSQL_TCP_PORT: String(address.port) }),
      },
      async query(sql) {
        const session = await openSession(address, context.signal)
        try {
          if (database !== undefined) await session.run(`USE ${identifier(database)}`)
          return (await session.value(sql)) ?? ''
        } catch (error) {
          context.signal.throwIfAborted()
          throw new HoldfastError('check-query-failed', (error as Error).message, { cause: error })
        } finally {
          await session.close()
        }
      },
    })
  } finally {
    await optionFile.remove()
  }
}
