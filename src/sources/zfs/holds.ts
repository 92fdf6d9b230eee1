import { callWithNames, callZfs, fieldsOf, namesPerCall, said, type ZfsContext } from './call.ts'
import type { Owner } from './owner.ts'
import { fullName, type Point } from './points.ts'

/** Reads `zfs holds -H`: snapshot, tag and a date in words. (`-p` is not in OpenZFS 2.1.) */
export function parseHolds(text: string): { readonly snapshot: string; readonly tag: string }[] {
  return fieldsOf(text).map(([snapshot = '', tag = '']) => ({ snapshot, tag }))
}

/** Full names of the snapshots that the owner holds. */
export async function heldBy(
  context: ZfsContext,
  { tag }: Owner,
  points: readonly Point[],
): Promise<ReadonlySet<string>> {
  const names = points.filter(({ holds }) => holds > 0).map(fullName)
  const held = new Set<string>()
  for (let start = 0; start < names.length; start += namesPerCall) {
    const some = names.slice(start, start + namesPerCall)
    for (const hold of parseHolds(await callZfs(context, 'holds', '-H', ...some))) {
      if (hold.tag === tag) held.add(hold.snapshot)
    }
  }
  return held
}

/** Puts the owner's hold on snapshots; one that has it keeps it. */
export async function holdSnapshots(
  context: ZfsContext,
  { tag }: Owner,
  names: readonly string[],
): Promise<void> {
  const isHeld = (error: unknown) => said(error, /tag already exists/)
  try {
    await callWithNames(context, ['hold', tag], names)
  } catch (error) {
    if (!isHeld(error)) throw error
    for (const name of names) {
      await callZfs(context, 'hold', tag, name).catch((one: unknown) => {
        if (!isHeld(one)) throw one
      })
    }
  }
}

const isGone = /no such tag|does not exist/

/** Takes the owner's hold off snapshots; one that has none, or is gone, is fine. */
export async function releaseSnapshots(
  context: ZfsContext,
  { tag }: Owner,
  names: readonly string[],
): Promise<void> {
  try {
    await callWithNames(context, ['release', tag], names)
  } catch (error) {
    if (!said(error, isGone)) throw error
    for (const name of names) {
      await callZfs(context, 'release', tag, name).catch((one: unknown) => {
        if (!said(one, isGone)) throw one
      })
    }
  }
}
