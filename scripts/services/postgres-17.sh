#!/usr/bin/env bash
# Unpacks PostgreSQL 17, server and all clients, from Debian trixie, and makes its programs run on this host by path:
# each gets trixie's own loader and libraries, so no chroot and no root are needed. The programs are found in
# postgresql/17/bin of the folder that is the first argument.
set -euo pipefail
services=$1

# A server refuses to run as root, and another user may not look into root's home: the tree lies elsewhere then.
home=$services
[ "$(id -u)" -ne 0 ] || home=/var/cache/holdfast/services
tree=$home/trees/postgresql-17
programs=usr/lib/postgresql/17/bin
recipe=$(sha256sum <"${BASH_SOURCE[0]}" | cut -c1-16)
if [ -x "$tree/$programs/postgres" ] && [ "$(cat "$services/built/postgresql-17" 2>/dev/null)" = "$recipe" ]; then
  exit 0
fi
for tool in apt-get dpkg-deb patchelf; do
  command -v "$tool" >/dev/null && continue
  echo "setup:services: PostgreSQL 17 for the tests needs $tool" >&2
  exit 1
done

echo "setup:services: unpacking PostgreSQL 17 of Debian trixie"
mkdir -p "$home/trees"
work=$(mktemp -d "$home/trees/.unpack.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/tree"
: >"$work/status"
for suite in "debian trixie trixie-updates" "debian-security trixie-security"; do
  read -r archive suites <<<"$suite"
  printf 'Types: deb\nURIs: http://deb.debian.org/%s\nSuites: %s\nComponents: main\nSigned-By: %s\n\n' \
    "$archive" "$suites" /usr/share/keyrings/debian-archive-keyring.gpg
done >"$work/trixie.sources"

# An apt of its own, for which nothing is installed yet: it fetches all that the packages need, libc included.
own_apt() {
  apt-get -qq -y -o Dir::Etc::SourceList="$work/trixie.sources" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::Etc::Parts=/dev/null -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
    -o Dir::State::Lists="$work/lists" -o Dir::State::status="$work/status" -o Dir::Cache="$work" \
    -o APT::Install-Recommends=false -o APT::Sandbox::User= -o Acquire::Languages=none -o Debug::NoLocking=true "$@"
}
own_apt update
own_apt --download-only install postgresql-17 postgresql-client-17 >/dev/null

for package in "$work"/archives/*.deb; do
  case ${package##*/} in
    libllvm* | libz3* | libperl* | libpam-* | libc-bin* | libc-l10n*) ;;
    postgresql-17_* | postgresql-client-17_* | lib*) dpkg-deb --fsys-tarfile "$package" | tar -x -C "$work/tree" ;;
  esac
done
# Without its LLVM the server would fail at the first query that is worth compiling, rather than do without.
rm -f "$work/tree/usr/lib/postgresql/17/lib"/llvmjit*
rm -rf "$work/tree/usr/share/doc" "$work/tree/usr/share/man" "$work/tree/usr/share/locale"

libraries=$(dirname "$(find "$work/tree/usr/lib" -name libpq.so.5 -print -quit)")
loader=$(find "$libraries" -maxdepth 1 -name 'ld-linux*' -print -quit)
folder=$tree/${libraries#"$work/tree/"}
for program in "$work/tree/$programs"/*; do
  patchelf --set-interpreter "$folder/${loader##*/}" --force-rpath --set-rpath "$folder" "$program" 2>/dev/null || true
done
chmod -R go+rX "$work/tree"
chmod 755 "$home" "$home/trees"
rm -rf "$tree"
mv "$work/tree" "$tree"
"$tree/$programs/postgres" --version
mkdir -p "$services/bin" "$services/built" "$services/postgresql"
ln -sfn "$tree/${programs%/bin}" "$services/postgresql/17"
ln -sf "$tree/$programs/postgres" "$services/bin/postgres-17"
echo "$recipe" >"$services/built/postgresql-17"
