import { resolve } from 'node:path'
import type { z } from 'zod'
import type { StoreMode } from '../commands/context.ts'
import { camelKeys } from '../domain/camel-keys.ts'
import type { Clock } from '../domain/clock.ts'
import type { Remedy, RightChange } from '../domain/right.ts'
import type { Source } from '../domain/source.ts'
import type { Store } from '../domain/store.ts'
import { commandConfig } from '../sources/command/config.ts'
import { type CommandSettings, createCommandSource } from '../sources/command/source.ts'
import { directoryConfig } from '../sources/directory/config.ts'
import { createDirectorySource, type DirectorySettings } from '../sources/directory/source.ts'
import { mysqlConfig } from '../sources/mysql/config.ts'
import { createMysqlSource, type MysqlSettings } from '../sources/mysql/source.ts'
import { postgresConfig } from '../sources/postgres/config.ts'
import { createPostgresSource, type PostgresSettings } from '../sources/postgres/source.ts'
import { zfsConfig } from '../sources/zfs/config.ts'
import { createZfsSource, type ZfsSettings } from '../sources/zfs/source.ts'
import { type AzureSettings, azureConfig } from '../stores/azure/config.ts'
import { remedy as azureRemedy } from '../stores/azure/remedy.ts'
import { openAzureStore } from '../stores/azure/store.ts'
import { type FilesystemConfig, filesystemConfig } from '../stores/filesystem/config.ts'
import { createFilesystemStore } from '../stores/filesystem/store.ts'
import { type RcloneConfig, rcloneConfig } from '../stores/rclone/config.ts'
import { openRcloneStore } from '../stores/rclone/store.ts'
import { type S3Config, s3Config } from '../stores/s3/config.ts'
import { openS3Store } from '../stores/s3/open.ts'
import { remedy as s3Remedy } from '../stores/s3/remedy.ts'

/** A kind of source. Without `create` the driver is not built in this version. */
export interface SourceDriver {
  readonly config: z.ZodType
  /** `settings` is undefined for a restore of a job that the configuration does not have. */
  create?(settings: unknown, leaveOut: readonly string[]): Source
}

/** What a store is opened with. */
export interface StoreOpening {
  readonly clock: Clock
  /** `read`: nothing may be written, not even to find out what the store can do. */
  readonly mode: StoreMode
  readonly signal: AbortSignal
  /** Where what was found out about a store may be remembered; 0700. */
  readonly stateDirectory: string
  /** The run's environment: credentials, regions and proxies come from here and from nowhere else. */
  readonly environment: Readonly<Record<string, string>>
}

/** A kind of destination. Without `open` the driver is not built in this version. */
export interface StoreDriver {
  readonly config: z.ZodType
  /** The store, ready for use: its SDK loaded, its `features` what the server really does. */
  open?(name: string, settings: unknown, opening: StoreOpening): Promise<Store>
  /** Where it lies on this host, if it does. */
  localPath?(settings: unknown): string
  /** What gives or takes a right there; absent where there are no roles. */
  remedy?(settings: unknown, change: RightChange): Remedy
}

/** What a restore or a drill needs of a directory's settings: nothing. */
const nowhere: DirectorySettings = { path: '.', exclude: [], oneFileSystem: false, onUnreadable: 'partial' }

/** What a restore or a drill needs of a server's settings: how containers are run. */
const anyServer = { type: 'mysql', host: 'localhost' }

/** Every source, by its `type`. One driver is one folder, one line here, and one call of the conformance suite. */
export const sources: Readonly<Record<string, SourceDriver>> = {
  directory: {
    config: directoryConfig,
    create: (settings, leaveOut) =>
      createDirectorySource({ ...nowhere, ...(settings as DirectorySettings | undefined), leaveOut }),
  },
  command: {
    config: commandConfig,
    create: (settings) => createCommandSource((settings as CommandSettings | undefined) ?? { run: [] }),
  },
  postgres: {
    config: postgresConfig,
    create: (settings) => createPostgresSource(settings as PostgresSettings | undefined),
  },
  mysql: {
    config: mysqlConfig,
    create: (settings) => createMysqlSource((settings ?? mysqlConfig.parse(anyServer)) as MysqlSettings),
  },
  zfs: { config: zfsConfig, create: (settings) => createZfsSource(settings as ZfsSettings | undefined) },
}

/** Every destination, by its `type`. */
export const stores: Readonly<Record<string, StoreDriver>> = {
  filesystem: {
    config: filesystemConfig,
    open: async (name, settings, opening) =>
      createFilesystemStore(name, settings as FilesystemConfig, opening),
    localPath: (settings) => resolve((settings as FilesystemConfig).path),
  },
  s3: {
    config: s3Config,
    open: (name, settings, opening) => openS3Store(name, camelKeys(settings as S3Config), opening),
    remedy: (settings, change) => s3Remedy(settings as S3Config, change),
  },
  azure: {
    config: azureConfig,
    open: (name, settings, opening) => openAzureStore(name, settings as AzureSettings, opening),
    remedy: (settings, change) => azureRemedy(settings as AzureSettings, change),
  },
  rclone: {
    config: rcloneConfig,
    open: (name, settings, opening) => openRcloneStore(name, settings as RcloneConfig, opening),
  },
}
