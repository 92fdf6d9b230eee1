import type { z } from 'zod'
import { postgresConfig } from '../../../src/sources/postgres/config.ts'
import type { PostgresSettings } from '../../../src/sources/postgres/settings.ts'

export type GivenSettings = Omit<z.input<typeof postgresConfig>, 'type'>

/** Settings as a configuration would give them. */
export function postgresSettings(given: GivenSettings): PostgresSettings {
  return postgresConfig.parse({ type: 'postgres', ...given })
}
