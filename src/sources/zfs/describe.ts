import { callZfs, type ZfsContext } from './call.ts'

/** The version of the ZFS commands, such as `2.3.2`; `unknown` where they do not say. */
export function parseVersion(text: string): string {
  return /^zfs-(\d+(?:\.\d+)+)/m.exec(text)?.[1] ?? 'unknown'
}

const versions = new Map<string, string>()

/** The version of the `zfs` on this PATH; asked once. */
export async function zfsVersion(context: ZfsContext): Promise<string> {
  const { PATH = '' } = context.environment
  const version = versions.get(PATH) ?? parseVersion(await callZfs(context, 'version'))
  versions.set(PATH, version)
  return version
}

/** What a manifest may say of a backup: no names. */
export async function describe(
  context: ZfsContext,
  sent: readonly { readonly flags: { readonly raw: boolean } }[],
): Promise<Readonly<Record<string, string | number | boolean>>> {
  const version = await zfsVersion(context)
  return {
    type: 'zfs',
    tool: `OpenZFS ${version}`,
    datasets: sent.length,
    raw: sent.filter(({ flags }) => flags.raw).length,
  }
}
