import type { z } from 'zod'
import { postgresConfig } from '../../../src/sources/postgres/config.ts'
import type { PostgresSettings } from '../../../src/sources/postgres/settings.ts'

/** Settings as a configuration would give them. */
export function postgresSettings(given: Omit<z.input<typeof postgresConfig>, 'type'>): PostgresSettings {
  return postgresConfig.parse({ type: 'postgres', ...given })
}
