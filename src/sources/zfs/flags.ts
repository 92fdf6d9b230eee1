import type { Dataset } from './datasets.ts'
import type { ZfsSettings } from './settings.ts'

/** How a dataset is sent. Level 0 decides, and every increment of it does the same. */
export interface SendFlags {
  /** As it lies on disk, encrypted, without its key. */
  readonly raw: boolean
  readonly properties: boolean
  readonly largeBlocks: boolean
  readonly compressed: boolean
  readonly embedded: boolean
}

/** How a dataset is sent by these settings, in a pool with these features. */
export function flagsFor(
  settings: Pick<ZfsSettings, 'raw' | 'properties'>,
  { encrypted }: Pick<Dataset, 'encrypted'>,
  features: ReadonlySet<string>,
): SendFlags {
  const raw = settings.raw === 'auto' ? encrypted : settings.raw
  return {
    raw,
    // Properties of an encrypted dataset are sent raw or not at all.
    properties: settings.properties && (raw || !encrypted),
    // Raw has all of them in it.
    largeBlocks: !raw && features.has('large_blocks'),
    compressed: !raw && features.has('lz4_compress'),
    embedded: !raw && features.has('embedded_data'),
  }
}

/** What changed between a parent's flags and what the settings want now; undefined where it goes on as it was. */
export function flagsChange(parent: SendFlags, now: SendFlags): string | undefined {
  if (parent.raw !== now.raw) return now.raw ? 'it is sent raw now' : 'it is no longer sent raw'
  if (parent.properties === now.properties) return undefined
  return now.properties ? 'properties are sent now' : 'properties are no longer sent'
}

/** The options of `zfs send`. */
function flagArgs({ raw, properties, largeBlocks, compressed, embedded }: SendFlags): string[] {
  return [
    ...(raw ? ['-w'] : []),
    ...(largeBlocks ? ['-L'] : []),
    ...(compressed ? ['-c'] : []),
    ...(embedded ? ['-e'] : []),
    ...(properties ? ['-p'] : []),
  ]
}

/** Arguments of `zfs send` for one dataset; `base` is the full name of a snapshot or bookmark. */
export function sendArgs(flags: SendFlags, snapshot: string, base?: string): string[] {
  return ['send', ...flagArgs(flags), ...(base === undefined ? [] : ['-i', base]), snapshot]
}

/** The same as a dry run that prints sizes. */
export function estimateArgs(flags: SendFlags, snapshot: string, base?: string): string[] {
  const [send = '', ...rest] = sendArgs(flags, snapshot, base)
  return [send, '-nP', ...rest]
}

/** The bytes that `zfs send -nP` expects; undefined where it says none. It is an estimate: the stream is larger. */
export function parseEstimate(text: string): number | undefined {
  const found = /^size\t(\d+)$/m.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}
