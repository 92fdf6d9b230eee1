import { indexRootKey, metaKey, stateKey, volumesListKey } from '../../catalog/keys.ts'
import { encodeMeta, type Meta } from '../../catalog/meta.ts'
import { encodeVolumesList } from '../../catalog/volumes-list.ts'
import { compress } from '../../catalog/zstd-json.ts'
import { encryptBytes } from '../../codec/age/bytes.ts'
import { sha256Hex } from '../../codec/hash.ts'
import type { ManifestObjects, ObjectReference, VolumeRecord } from '../../domain/manifest.ts'

/** An object that is ready to be stored. */
export interface SideObject extends ObjectReference {
  readonly body: Uint8Array
}

export interface SideObjects {
  readonly volumes: SideObject
  readonly meta: SideObject
  readonly index?: SideObject
  readonly state?: SideObject
}

export interface SideObjectsOptions {
  readonly job: string
  readonly id: string
  readonly volumes: readonly VolumeRecord[]
  readonly meta: Meta
  readonly indexRoot?: Uint8Array
  readonly state?: Uint8Array
  /** The data key's public half; absent: not encrypted. */
  readonly recipient?: string
  /** Who may open the state: the state identity and the recipients. */
  readonly stateRecipients: readonly string[]
}

function objectOf(key: (sha256: string) => string, body: Uint8Array): SideObject {
  const sha256 = sha256Hex(body)
  return { key: key(sha256), bytes: body.byteLength, sha256, body }
}

async function sealed(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  return recipients.length === 0 ? plain : encryptBytes(plain, { recipients: [...recipients] })
}

/** What stands beside a backup's volumes, encrypted as the format says, named by the hash of the stored bytes. */
export async function makeSideObjects(options: SideObjectsOptions): Promise<SideObjects> {
  const { job, id, recipient, indexRoot, state, stateRecipients } = options
  const dataRecipients = recipient === undefined ? [] : [recipient]
  const meta = await sealed(encodeMeta(options.meta), dataRecipients)
  return {
    volumes: objectOf((hash) => volumesListKey(job, id, hash), encodeVolumesList(options.volumes)),
    meta: objectOf((hash) => metaKey(job, id, hash), meta),
    ...(indexRoot && {
      index: objectOf(
        (hash) => indexRootKey(job, id, hash),
        await sealed(compress(indexRoot), dataRecipients),
      ),
    }),
    ...(state && {
      state: objectOf(() => stateKey(job, id), await sealed(compress(state), stateRecipients)),
    }),
  }
}

/** All of them, in the order in which they are written. */
export function listed(objects: SideObjects): SideObject[] {
  return [objects.volumes, objects.meta, objects.index, objects.state].filter(
    (object) => object !== undefined,
  )
}

/** As the manifest names them. */
export function referencesOf(objects: SideObjects): ManifestObjects {
  const reference = ({ key, bytes, sha256 }: SideObject): ObjectReference => ({ key, bytes, sha256 })
  return {
    volumes: reference(objects.volumes),
    meta: reference(objects.meta),
    ...(objects.index && { index: reference(objects.index) }),
    ...(objects.state && { state: reference(objects.state) }),
  }
}
