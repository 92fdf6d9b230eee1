import type { StoredObject } from '../domain/store.ts'
import { byId, type ChainNode, parentOf } from './chains.ts'
import type { CatalogueEntry, ManifestFacts, ProofSummary } from './entry.ts'
import { isTrusted } from './envelope.ts'
import type { BackupName } from './keys.ts'
import type { ProofFacts } from './listing-proofs.ts'

export interface JoinOptions {
  readonly repository: string
  readonly trust: readonly string[] | undefined
  /** `<job>/<id>`. */
  readonly held: ReadonlySet<string>
  readonly shredded: ReadonlySet<string>
  /** By id, newest first. */
  readonly proofs: ReadonlyMap<string, readonly ProofFacts[]>
}

interface Draft {
  readonly name: BackupName
  readonly object: StoredObject
  readonly facts: ManifestFacts
}

type Node = ChainNode & { readonly draft: Draft }

/** The entries of one job: its manifests with what stands beside them. Pure. */
export function* joinJob(drafts: readonly Draft[], options: JoinOptions): Generator<CatalogueEntry> {
  const nodes = byId(
    drafts.map((draft): Node => {
      const { level, parent, manifestSha256 } = draft.facts
      return { ...draft.name, level, parent, manifestSha256, draft }
    }),
  )
  const complete = wholeChains(nodes, options.shredded)
  for (const [id, node] of nodes) {
    const { name, object, facts } = node.draft
    const { shared, ...own } = facts
    const whole = complete.has(id)
    const proofs = whole ? countingProofs(node, nodes, options) : []
    const verdict = proofs.find((proof) => proof.result === 'failed' || passes(proof))
    const pass = proofs.find(passes)
    yield {
      ...shared,
      ...own,
      key: object.key,
      etag: object.etag,
      bytes: object.bytes,
      modified: object.modified,
      job: name.job,
      id,
      trusted: isTrusted(facts.signedBy, options.trust),
      complete: whole,
      held: options.held.has(`${name.job}/${id}`),
      shredded: options.shredded.has(id),
      proven: verdict?.result === 'passed',
      lastProof: proofs[0] && summaryOf(proofs[0]),
      lastVerdict: verdict && summaryOf(verdict),
      lastPass: pass && summaryOf(pass),
    }
  }
}

/** Whether a proof shows that the data comes back: a raw stream received without its key was never looked at. */
function passes({ result, evidence }: ProofFacts): boolean {
  return result === 'passed' && evidence !== 'received'
}

/** Ids whose whole chain is there and unshredded; lower levels are decided first, since parents have them. */
function wholeChains(nodes: ReadonlyMap<string, Node>, shredded: ReadonlySet<string>): ReadonlySet<string> {
  const whole = new Set<string>()
  for (const node of [...nodes.values()].sort((a, b) => a.level - b.level)) {
    if (shredded.has(node.id)) continue
    const parent = parentOf(node, nodes)
    if (node.parent === null || (parent && whole.has(parent.id))) whole.add(node.id)
  }
  return whole
}

/** Those signed by whom it takes, of this repository, about exactly these manifests; newest first. */
function countingProofs(node: Node, nodes: ReadonlyMap<string, Node>, options: JoinOptions): ProofFacts[] {
  const proofs = options.proofs.get(node.id)
  if (!proofs) return []
  const chain: Node[] = []
  for (let link: Node | undefined = node; link; link = parentOf(link, nodes)) chain.unshift(link)
  return proofs.filter(
    (proof) =>
      proof.repository === options.repository &&
      isTrusted(proof.signedBy, options.trust) &&
      proof.chain.length === chain.length &&
      proof.chain.every(
        ({ id, manifest }, index) =>
          id === chain[index]?.id && manifest === `sha256:${chain[index].manifestSha256}`,
      ),
  )
}

function summaryOf(proof: ProofFacts): ProofSummary {
  const { key, destination, result, evidence, finishedAt, rtoSeconds, signedBy } = proof
  return { key, destination, result, evidence, finishedAt: new Date(finishedAt), rtoSeconds, signedBy }
}
