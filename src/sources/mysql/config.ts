import { z } from 'zod'
import { camelKeys } from '../../domain/camel-keys.ts'
import {
  durationField,
  namesField,
  pathField,
  secretField,
  serverFields,
  urlField,
} from '../source-fields.ts'

const text = z.string().min(1)

/** `type: mysql`: MySQL or MariaDB, dumped or copied hot. */
export const mysqlConfig = z
  .strictObject({
    type: z.literal('mysql').meta({ description: 'A MySQL or MariaDB server.' }),
    url: urlField('mysql', 'mariadb')
      .meta({ description: 'mysql://user:password@host:port/database; or host, user and password.' })
      .optional(),
    method: z
      .enum(['logical', 'dump', 'physical'])
      .meta({ description: 'logical: a dump (so is dump); physical: a hot copy of the data directory.' })
      .transform((method) => (method === 'dump' ? 'logical' : method))
      .default('logical'),
    tool: z
      .enum(['auto', 'mysqldump', 'mariadb-dump', 'xtrabackup', 'mariabackup'])
      .meta({ description: 'The tool; auto takes the one that fits server and method.' })
      .default('auto'),
    host: text.meta({ description: 'Host name or address of the server.' }).optional(),
    port: z.int().min(1).max(65_535).meta({ description: 'TCP port of the server.' }).optional(),
    socket: pathField.meta({ description: 'Unix socket of the server.' }).optional(),
    user: text.meta({ description: 'User name.' }).optional(),
    password: secretField.meta({ description: "The user's password." }).optional(),
    databases: namesField.meta({ description: 'Databases; absent: all.' }).optional(),
    datadir: pathField.meta({ description: 'Data directory as this machine sees it.' }).optional(),
    via: z
      .literal('exec')
      .meta({ description: 'exec runs the tool inside the container instead of on this machine.' })
      .optional(),
    'docker-command': z
      .union([text.transform((name) => [name]), z.array(text).min(1)])
      .meta({ description: 'docker, podman or a list such as [sudo, docker].' })
      .default(['docker']),
    fingerprint: z
      .enum(['full', 'sample', 'counts'])
      .meta({ description: 'How thoroughly rows are hashed for drills to compare with.' })
      .default('full'),
    budget: durationField
      .meta({ description: 'Time for the fingerprint, before it falls back to sample and to counts: 5m.' })
      .default(300_000),
    parallel: z.int().min(1).max(64).meta({ description: 'Threads of a hot copy.' }).optional(),
    throttle: z
      .int()
      .min(1)
      .meta({ description: 'Reads and writes of 10 MB a second (1 MB for MariaDB) that a hot copy may do.' })
      .optional(),
    'max-lock': durationField
      .meta({ description: 'Longest that a hot copy may lock writes out before it gives up: 30s.' })
      .default(30_000),
    'max-stall': durationField
      .meta({ description: 'How long the destinations may hold up the copy before it gives up: 15m.' })
      .default(900_000),
    'lock-all-tables': z
      .boolean()
      .meta({ description: 'Whether tables without transactions are dumped under a global lock.' })
      .default(false),
    'defaults-file': pathField
      .meta({
        description: 'The my.cnf of the server, for restores of what lies outside of its data directory.',
      })
      .optional(),
    'safety-dir': pathField
      .meta({ description: 'Where a restore keeps the data directory it replaces until the server is up.' })
      .optional(),
    ...serverFields,
  })
  .superRefine((config, context) => {
    const { method, tool } = config
    const dumps = tool === 'mysqldump' || tool === 'mariadb-dump'
    if (tool !== 'auto' && dumps !== (method === 'logical')) {
      const message = dumps
        ? `${tool} makes dumps: with method: physical it has to be auto, xtrabackup or mariabackup`
        : `${tool} makes hot copies: it needs method: physical`
      context.addIssue({ code: 'custom', path: ['tool'], message })
    }
    if (config.via === 'exec' && config.container === undefined) {
      context.addIssue({ code: 'custom', path: ['container'], message: 'needed beside via: exec' })
    } else if (config.via === 'exec' && method === 'logical') {
      context.addIssue({ code: 'custom', path: ['via'], message: 'exec is for method: physical' })
    }
    if (config.url === undefined && ![config.host, config.socket, config.container].some(Boolean)) {
      context.addIssue({ code: 'custom', path: ['url'], message: 'needed, or host, socket or container' })
    }
  })
  .transform(camelKeys)
