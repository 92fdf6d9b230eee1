#!/usr/bin/env bash
# Installs the real tools and services that the tests use. Does nothing where all are there.
# To add one: a line `command package` below, and a line in scripts/vitest/tools.ts.
set -euo pipefail

wanted='
age       age
borg      borgbackup
jq        jq
restic    restic
setfacl   acl
setfattr  attr
strace    strace
tmux      tmux
zstd      zstd
'

missing=()
while read -r command package; do
  [ -n "$command" ] || continue
  command -v "$command" >/dev/null || missing+=("$package")
done <<<"$wanted"

if [ ${#missing[@]} -eq 0 ]; then
  echo 'setup:services: everything is there'
  exit 0
fi
echo "setup:services: missing ${missing[*]}"

if ! command -v apt-get >/dev/null; then
  echo "setup:services: this is no Debian; install with your package manager: ${missing[*]}" >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "setup:services: not root; run: sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null
