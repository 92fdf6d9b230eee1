import type { z } from 'zod'
import type { mysqlConfig } from './config.ts'

/** What a mysql source is made of; parsed and checked. */
export type MysqlSettings = z.output<typeof mysqlConfig>
