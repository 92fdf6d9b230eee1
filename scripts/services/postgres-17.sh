#!/usr/bin/env bash
# Unpacks PostgreSQL 17, server and all clients, from Debian trixie. The programs are found in postgresql/17/bin of the
# folder that is the first argument.
set -euo pipefail
services=$1
beside=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=debian-tree.sh
. "$beside/debian-tree.sh"

home=$(tree_home "$services")
tree=$home/trees/postgresql-17
programs=usr/lib/postgresql/17/bin
recipe=$(cat "${BASH_SOURCE[0]}" "$beside/debian-tree.sh" | sha256sum | cut -c1-16)
if [ -x "$tree/$programs/postgres" ] && [ "$(cat "$services/built/postgresql-17" 2>/dev/null)" = "$recipe" ]; then
  exit 0
fi
need_tree_tools 'PostgreSQL 17'

echo "setup:services: unpacking PostgreSQL 17 of Debian trixie"
mkdir -p "$home/trees"
work=$(mktemp -d "$home/trees/.unpack.XXXXXX")
trap 'rm -rf "$work"' EXIT
{
  own_source debian 'trixie trixie-updates'
  own_source debian-security trixie-security
} >"$work/apt.sources"
download_packages "$work" postgresql-17 postgresql-client-17

for package in "$work"/archives/*.deb; do
  case ${package##*/} in
    libllvm* | libz3* | libperl* | libpam-* | libc-bin* | libc-l10n*) ;;
    postgresql-17_* | postgresql-client-17_* | lib*) dpkg-deb --fsys-tarfile "$package" | tar -x -C "$work/tree" ;;
  esac
done
# Without its LLVM the server would fail at the first query that is worth compiling, rather than do without.
rm -f "$work/tree/usr/lib/postgresql/17/lib"/llvmjit*
rm -rf "$work/tree/usr/share/doc" "$work/tree/usr/share/man" "$work/tree/usr/share/locale"

use_own_libraries "$work/tree" "$tree" "$work/tree/$programs"/*
place_tree "$work/tree" "$tree"
"$tree/$programs/postgres" --version
mkdir -p "$services/bin" "$services/built" "$services/postgresql"
ln -sfn "$tree/${programs%/bin}" "$services/postgresql/17"
ln -sf "$tree/$programs/postgres" "$services/bin/postgres-17"
echo "$recipe" >"$services/built/postgresql-17"
