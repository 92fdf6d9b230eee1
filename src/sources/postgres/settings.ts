import type { z } from 'zod'
import type { postgresConfig } from './config.ts'

/** A source's settings, parsed and checked. */
export type PostgresSettings = z.output<typeof postgresConfig>
