import type { Tree } from './directory-tree.ts'

/** The works that are compared. Each peer does those that it can. */
export const works = ['first', 'unchanged', 'restore', 'one file', 'to S3'] as const
export type Work = (typeof works)[number]

export interface Peer {
  readonly name: string
  /** Empties and sets up what `first` fills; not measured. */
  readonly prepare: string
  /**
   * Bash, by work. `$TREE`, `$REPO`, `$OUT` and `$FILE` are set; `$OUT` is an empty directory. `s3:bench`, emptied
   * before, is rclone's name of the bucket of `to S3`.
   */
  readonly scripts: Partial<Record<Work, string>>
}

/** Where everything of one benchmark lies. */
export interface Place {
  readonly tree: Tree
  readonly scratch: string
  /** The program under test. */
  readonly holdfast: string
}

const tar = 'tar --create --directory "$TREE" .'
const untar = 'age --decrypt --identity "$SCRATCH/identity.txt" "$REPO/archive" | zstd --decompress --quiet'

const holdfast: Peer = {
  name: 'holdfast',
  prepare: 'rm -rf "$REPO" "$HOLDFAST_STATE_DIR"; mkdir -p "$REPO" "$HOLDFAST_STATE_DIR"',
  scripts: {
    first: '$HOLDFAST backup tree --config "$SCRATCH/holdfast.yml" --no-progress --quiet',
    unchanged: '$HOLDFAST backup tree --config "$SCRATCH/holdfast.yml" --no-progress --quiet',
    restore:
      '$HOLDFAST restore tree --config "$SCRATCH/holdfast.yml" --to "$OUT/tree" --yes --no-progress --quiet',
    'one file':
      '$HOLDFAST restore tree --config "$SCRATCH/holdfast.yml" --to "$OUT/tree" --include "$FILE" --yes --no-progress --quiet',
    'to S3': '$HOLDFAST backup away --level 0 --config "$SCRATCH/holdfast.yml" --no-progress --quiet',
  },
}

const shell: Peer = {
  name: 'shell',
  prepare: 'rm -rf "$REPO"; mkdir -p "$REPO"',
  scripts: {
    first: `${tar} | zstd -3 -T0 --quiet | age --recipient "$RECIPIENT" --output "$REPO/archive"`,
    restore: `mkdir "$OUT/tree"; ${untar} | tar --extract --directory "$OUT/tree"`,
    'one file': `${untar} | tar --extract --directory "$OUT" "./$FILE"`,
    'to S3': `${tar} | zstd -3 -T0 --quiet | age --recipient "$RECIPIENT" | rclone rcat --quiet s3:bench/archive`,
  },
}

const shellHashed: Peer = {
  name: 'shell with hashes',
  prepare: shell.prepare,
  scripts: {
    // Both hashes are waited for: they are part of the work.
    first: `${tar} | tee >(sha256sum > "$REPO/plain.sha256") | zstd -3 -T0 --quiet | age --recipient "$RECIPIENT" | tee >(sha256sum > "$REPO/stored.sha256") > "$REPO/archive"
until [ -s "$REPO/plain.sha256" ] && [ -s "$REPO/stored.sha256" ]; do sleep 0.01; done`,
    'to S3': `rm -f "$REPO"/*.sha256
${tar} | tee >(sha256sum > "$REPO/plain.sha256") | zstd -3 -T0 --quiet | age --recipient "$RECIPIENT" | tee >(sha256sum > "$REPO/stored.sha256") | rclone rcat --quiet s3:bench/archive
until [ -s "$REPO/plain.sha256" ] && [ -s "$REPO/stored.sha256" ]; do sleep 0.01; done`,
  },
}

const restic: Peer = {
  name: 'restic',
  prepare: 'rm -rf "$REPO" "$SCRATCH/restic-cache"; restic init --quiet --repo "$REPO"',
  scripts: {
    first: 'cd "$TREE"; restic backup --quiet --repo "$REPO" --cache-dir "$SCRATCH/restic-cache" .',
    unchanged: 'cd "$TREE"; restic backup --quiet --repo "$REPO" --cache-dir "$SCRATCH/restic-cache" .',
    restore:
      'restic restore --quiet --repo "$REPO" --cache-dir "$SCRATCH/restic-cache" latest --target "$OUT"',
    'one file':
      'restic restore --quiet --repo "$REPO" --cache-dir "$SCRATCH/restic-cache" latest --target "$OUT" --include "/$FILE"',
  },
}

const borg: Peer = {
  name: 'borg',
  prepare:
    'rm -rf "$REPO" "$SCRATCH/borg"; borg --error init --encryption=repokey-blake2 "$REPO" 2> /dev/null',
  scripts: {
    first: 'cd "$TREE"; borg create --compression zstd,3 "$REPO::first" .',
    unchanged: 'cd "$TREE"; borg create --compression zstd,3 "$REPO::second" .',
    restore: 'cd "$OUT"; borg extract "$REPO::first"',
    'one file': 'cd "$OUT"; borg extract "$REPO::first" "$FILE"',
  },
}

/** The limit of any archiver: the bare source. (`tar` to /dev/null itself would not read the files.) */
const bareTar: Peer = { name: 'bare tar', prepare: 'true', scripts: { first: `${tar} | cat > /dev/null` } }

export const peers: readonly Peer[] = [holdfast, bareTar, shell, shellHashed, restic, borg]

/** What the scripts of a peer find in their environment. */
export function environmentOf(peer: Peer, place: Place, recipient: string): Record<string, string> {
  const { tree, scratch } = place
  return {
    TREE: tree.path,
    FILE: tree.oneFile,
    SCRATCH: scratch,
    REPO: `${scratch}/repo-${peer.name.replaceAll(' ', '-')}`,
    OUT: `${scratch}/out`,
    RECIPIENT: recipient,
    HOLDFAST: place.holdfast,
    HOLDFAST_STATE_DIR: `${scratch}/state`,
    RESTIC_PASSWORD: 'benchmark',
    BORG_PASSPHRASE: 'benchmark',
    BORG_BASE_DIR: `${scratch}/borg`,
  }
}
