/** RESTORE.md: the restore by hand with public tools. A test runs its blocks; tildes and no braces: a raw template. */
export const restoreGuide = String.raw`# How to restore these backups by hand

This directory (or bucket) holds backups that were made by a program called Holdfast. You do not need Holdfast to get
the data back. You need a Unix shell and these public programs:

- jq, and from coreutils: base64, sha256sum (on a Mac: brew install coreutils jq age zstd gnu-tar)
- age, https://age-encryption.org (or rage), to decrypt
- zstd or gzip, to decompress; 7-Zip (7zz) where a stream is a 7z archive
- for directories GNU tar; for databases and file systems their own tools (pg_restore, mysql, zfs receive)

**Where the keys are.** They are not here, on purpose. If the backups are encrypted you need *one* of these:

- the identity: a text file with a line AGE-SECRET-KEY-1... (look for identity.txt, for a recovery sheet on paper, for
  a secret named HOLDFAST_IDENTITY in a CI system or a password manager),
- the passphrase (a secret named BACKUP_PASSPHRASE).

Without either nobody can read an encrypted backup. A file with a line HOLDFAST-SIGNING-KEY... is something else.

**What is what.** manifests/JOB/ID.json describes one backup. data/JOB/ID/ holds its data, keys/JOB/ID/ its data key,
encrypted to the identity or the passphrase. An ID is the time in UTC, the level (L0 is a full backup, L1 and higher
hold what changed since their parent) and six random characters. Holdfast's own documents: docs/format.md in its source.

## 1. Copy everything to a disk

Work on a copy, and do not change the original. For a bucket, one of:

~~~text
aws s3 sync s3://BUCKET/PREFIX ./copy
rclone copy REMOTE:BUCKET/PREFIX ./copy
azcopy copy "https://ACCOUNT.blob.core.windows.net/CONTAINER/PREFIX/*" ./copy --recursive
~~~

## 2. Say what you want

Start a shell with "sh" or "bash" (zsh splits words differently) and type, with your own values:

~~~text
REPO=./copy
JOB=home
ID=20261121T030000Z-L0-abcdef
IDENTITY=./identity.txt
OUT=./restored
ASK=/dev/tty
~~~

IDENTITY is empty (IDENTITY=) when there is a passphrase instead, or no encryption. OUT must not exist yet. ASK is where
the passphrase of a 7z archive is read. These are the jobs, and the backups of one job with the newest last:

~~~sh
ls "$REPO/manifests"
ls -l "$REPO/manifests/$JOB"
~~~

An ID whose file is tiny and holds only {"tombstone": ...} is no backup. Now read the one that you chose:

~~~sh
WORK=$(mktemp -d)
manifest() { jq -r .payload "$REPO/manifests/$JOB/$1.json" | base64 -d; }
manifest "$ID" | jq .
~~~

## 3. Find all that it needs

An increment (level 1 or higher) needs its parent, and that one perhaps another. This follows the chain back to the
full backup:

~~~sh
CHAIN=""
NEXT=$ID
while [ -n "$NEXT" ]; do
  [ -s "$REPO/manifests/$JOB/$NEXT.json" ] || { echo "MISSING: manifest $NEXT. Choose another ID." >&2; CHAIN=""; break; }
  CHAIN="$NEXT $CHAIN"
  NEXT=$(manifest "$NEXT" | jq -r '.parent.id // ""')
done
echo "to be restored in this order: $CHAIN"
~~~

## 4. Check that nothing is missing or damaged

~~~sh
sum() { sha256sum | cut -d ' ' -f 1; }
check() {
  file="$REPO/manifests/$JOB/$1.json"
  [ "$(jq -r .sha256 "$file")" = "$(manifest "$1" | sum)" ] || { echo "DAMAGED: $file" >&2; return 1; }
  parent=$(manifest "$1" | jq -r '.parent.id // ""')
  if [ -n "$parent" ]; then
    [ "$(manifest "$1" | jq -r .parent.manifest)" = "sha256:$(sum < "$REPO/manifests/$JOB/$parent.json")" ] \
      || { echo "WRONG PARENT: $parent" >&2; return 1; }
  fi
  manifest "$1" | jq -r '(.objects[], (.streams[] | .object // empty)) | "\(.sha256)  \(.key)"' > "$WORK/sums"
  zstd -dcq "$REPO/$(manifest "$1" | jq -r .objects.volumes.key)" | jq -r '"\(.sha256)  \(.key)"' >> "$WORK/sums"
  (cd "$REPO" && sha256sum --check --quiet) < "$WORK/sums"
}
for one in $CHAIN; do check "$one" && echo "whole: $one"; done
~~~

Each line must say "whole". What a line calls FAILED is damaged: look for another copy of this repository, or an older
ID. The restore below still brings back what it can.

## 5. Open the keys

Each backup has a data key of its own. This opens them with the identity, or asks for the passphrase:

~~~sh
encrypted() { [ "$(manifest "$1" | jq -r .encryption.type)" = age ]; }
unlock() {
  encrypted "$1" || return 0
  for wrap in "$REPO/keys/$JOB/$1/"*.age; do
    if [ -n "$IDENTITY" ]; then age -d -i "$IDENTITY" "$wrap" > "$WORK/key-$1" && return 0
    else age -d "$wrap" > "$WORK/key-$1" && return 0; fi
  done
  echo "NOT OPENED: the key of $1" >&2
  return 1
}
for one in $CHAIN; do unlock "$one" && echo "open: $one"; done
~~~

Messages about a wrap that does not match are harmless as long as there is an "open" line for every ID.

## 6. Read the data

The data of a backup are one or more streams: a tar archive, a database dump, a ZFS stream. A stream is cut into
volumes; each is one age file around one compressed file. A stream with "archive": "7z" is a 7z file: only the passphrase opens it.

~~~sh
decrypt() { if encrypted "$1"; then age -d -i "$WORK/key-$1" "$2"; else cat "$2"; fi; }
unpack() { case $1 in zstd) zstd -dcq ;; gzip) gzip -dc ;; *) cat ;; esac; }
streams() { manifest "$1" | jq -r '.streams[].name'; }
stream() {
  manifest "$1" | jq --arg name "$2" '.streams[] | select(.name == $name)' > "$WORK/stream"
  if jq -e .archive "$WORK/stream" > "$WORK/null"; then
    7zz x -so "$REPO/$(jq -r .object.key "$WORK/stream")" < "$ASK" || touch "$WORK/failed"; return 0; fi
  if jq -e .object "$WORK/stream" > "$WORK/null"; then jq -r .object.key "$WORK/stream"
  else zstd -dcq "$REPO/$(manifest "$1" | jq -r .objects.volumes.key)" \
    | jq -r --arg name "$2" 'select(.stream == $name) | .key'; fi > "$WORK/volumes"
  [ -s "$WORK/volumes" ] || return 0   # an empty stream has no volumes
  while read -r key; do
    decrypt "$1" "$REPO/$key" || { echo "DAMAGED: $key" >&2; touch "$WORK/failed"; }
  done < "$WORK/volumes" | unpack "$(jq -r .compression.type "$WORK/stream")" || touch "$WORK/failed"
}
meta() { decrypt "$1" "$REPO/$(manifest "$1" | jq -r .objects.meta.key)" | zstd -dcq; }
streams "$ID"
meta "$ID" | jq .
~~~

The last command shows what only the keys may show: plain sizes and SHA-256 sums, and what could not be read then.

### 6a. A directory (its mediaType is application/x-tar)

All levels one after another, into a **new** directory: with -g, tar deletes what the archive does not know, so never
extract over existing files. As root, owners and all attributes come back; else messages about them are harmless.

~~~sh
mkdir "$OUT"
for one in $CHAIN; do
  streams "$one" > "$WORK/names"
  while IFS= read -r name; do
    stream "$one" "$name" \
      | tar -x -i -g /dev/null -p --numeric-owner --xattrs --xattrs-include='*' --acls -C "$OUT" -f - || touch "$WORK/failed"
  done < "$WORK/names"
done
~~~

An attribute or ACL that a directory lost between two levels is still there; everything else is as it was.

### 6b. Anything else

Each stream of the last backup becomes a file in OUT; where a SHA-256 of the plain stream was kept, it is compared.

~~~sh
mkdir "$OUT"
streams "$ID" > "$WORK/names"
while IFS= read -r name; do
  file="$OUT/$(printf %s "$name" | tr / _)"
  stream "$ID" "$name" > "$file"
  want=$(meta "$ID" | jq -r --arg name "$name" '.streams[] | select(.name == $name) | .sha256 // ""')
  [ -z "$want" ] || [ "$want" = "$(sum < "$file")" ] || { echo "DAMAGED: $file" >&2; touch "$WORK/failed"; }
done < "$WORK/names"
ls -l "$OUT"
~~~

What to do with it says the mediaType: application/zip is a directory (unzip FILE -d DIR). Without a file in between:

~~~text
stream "$ID" NAME | pg_restore --dbname=NEWDB     application/vnd.postgresql.custom
stream "$ID" NAME | psql NEWDB                    application/sql of PostgreSQL
stream "$ID" NAME | mysql NEWDB                   application/sql of MySQL or MariaDB
for one in $CHAIN; do stream "$one" NAME | zfs receive POOL/NEW; done     ZFS, level by level
~~~

## 7. Look back, and tidy up

~~~sh
if [ -e "$WORK/failed" ]; then echo "SOMETHING IS DAMAGED: read the messages above"; else echo "all was read and whole"; fi
rm -rf "$WORK"
~~~

The last command also removes the data keys.
`
