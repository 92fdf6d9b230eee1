import type { Secret } from '../../domain/secret.ts'
import type { ParentState, Source } from '../../domain/source.ts'
import { type CommandContext, step } from '../context.ts'
import { sourceContextOf } from '../repository/source-context.ts'
import { type ChosenParent, chooseParent, parentState, type Stocked } from './parent.ts'

/** A parent with what it left behind, or why that cannot be used. */
export interface UsableParent {
  readonly parent: ChosenParent
  readonly found: { readonly state: ParentState } | { readonly because: string }
}

/**
 * The newest backup of a lower level that the source can still build on; where there is none, the newest of all: the
 * source then makes a full one and says why. Undefined where there is no whole backup of a lower level.
 */
export async function usableParent(
  context: CommandContext,
  { source, job }: { readonly source: Source; readonly job: string },
  destinations: readonly Stocked[],
  level: number,
  identity: Secret | undefined,
): Promise<UsableParent | undefined> {
  const gone = new Set<string>()
  let newest: UsableParent | undefined
  for (;;) {
    const parent = chooseParent(destinations, level, gone)
    if (parent === undefined) return newest
    const candidate = { parent, found: await parentState(context, parent, identity) }
    newest ??= candidate
    if ('because' in candidate.found || source.canBuildOn === undefined) return newest
    const sourceContext = sourceContextOf(context, job, [], 'backup')
    if (await source.canBuildOn(sourceContext, candidate.found.state.state)) return candidate
    step(context, `what ${parent.entry.id} left in the source is gone`, job)
    gone.add(parent.entry.id)
  }
}
