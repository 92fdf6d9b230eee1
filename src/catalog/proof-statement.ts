import { z } from 'zod'
import type { Proof } from '../domain/proof.ts'
import { checkShape, damaged, jsonBytes, type Naming } from './json.ts'
import { proofSchema } from './proof-schema.ts'

/** The payload type of an in-toto statement in a DSSE envelope: https://github.com/in-toto/attestation, spec/v1/envelope.md. */
export const statementPayloadType = 'application/vnd.in-toto+json'

const statementType = 'https://in-toto.io/Statement/v1'

/** What the predicate is: the outcome of a restore. */
const predicateType = 'urn:holdfast:restore-proof:v1'

const statementSchema = z.object({
  _type: z.literal(statementType),
  /** The manifests of the chain, level 0 first: they name every stored object. */
  subject: z
    .array(z.object({ name: z.string(), digest: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) }))
    .min(1),
  predicateType: z.literal(predicateType),
  predicate: proofSchema.omit({ chain: true }),
})

/** Before the hex hash of a manifest in a proof. */
const digestPrefix = 'sha256:'

/**
 * A proof as an in-toto statement, spec v1: the subjects are the stored bytes of the chain's manifests, named
 * `<job>/<id>`; all else is the predicate.
 */
export function encodeStatement({ chain, ...predicate }: Proof): Uint8Array {
  return jsonBytes({
    _type: statementType,
    subject: chain.map(({ id, manifest }) => ({
      name: `${predicate.job}/${id}`,
      digest: { sha256: manifest.slice(digestPrefix.length) },
    })),
    predicateType,
    predicate,
  })
}

/** The proof in a statement. Errors: the code of `naming`, also for a subject of another job. */
export function decodeStatement(value: unknown, naming: Naming): Proof {
  const { subject, predicate } = checkShape(statementSchema, value, naming)
  const prefix = `${predicate.job}/`
  const chain = subject.map(({ name, digest }) => {
    if (!name.startsWith(prefix)) throw damaged(naming, `subject: ${name} is of another job`)
    return { id: name.slice(prefix.length), manifest: `${digestPrefix}${digest.sha256}` }
  })
  return { ...predicate, chain }
}
