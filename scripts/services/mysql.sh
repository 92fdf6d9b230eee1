#!/usr/bin/env bash
# Unpacks MySQL, server and clients, from Debian unstable, the only release that has it. Its programs are named as those
# of MariaDB are, so they stay off PATH: mysql/sbin and mysql/bin of the folder that is the first argument. Where Debian
# has no MySQL just now its tests are left out.
set -euo pipefail
services=$1
beside=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=debian-tree.sh
. "$beside/debian-tree.sh"

home=$(tree_home "$services")
tree=$home/trees/mysql
recipe=$(cat "${BASH_SOURCE[0]}" "$beside/debian-tree.sh" | sha256sum | cut -c1-16)
if [ -x "$tree/usr/sbin/mysqld" ] && [ "$(cat "$services/built/mysql" 2>/dev/null)" = "$recipe" ]; then
  exit 0
fi
need_tree_tools MySQL

echo "setup:services: unpacking MySQL of Debian unstable"
mkdir -p "$home/trees"
work=$(mktemp -d "$home/trees/.unpack.XXXXXX")
trap 'rm -rf "$work"' EXIT
# What is fetched is signed all the same; a mirror that is some days behind is no reason to do without.
own_source debian sid 'Check-Valid-Until: no' >"$work/apt.sources"
if ! download_packages "$work" mysql-server-core mysql-client-core; then
  echo "setup:services: Debian unstable has no MySQL that can be fetched now; its tests are left out" >&2
  exit 0
fi

for package in "$work"/archives/*.deb; do
  case ${package##*/} in
    libperl* | libc-bin* | libc-gconv* | libc-l10n* | libgdbm*) ;;
    mysql-* | lib* | zlib1g_*) dpkg-deb --fsys-tarfile "$package" | tar -x -C "$work/tree" ;;
  esac
done
rm -rf "$work/tree/usr/share/doc" "$work/tree/usr/share/man" "$work/tree/usr/share/locale"
# Clients of services that no test has, and tools for files of a server that is down.
rm -f "$work/tree/usr/lib/mysql/plugin"/{authentication_*_client,telemetry_client,component_telemetry,group_replication}.so
find "$work/tree/usr/bin" -type f ! -name mysql ! -name mysqldump ! -name mysqladmin ! -name mysqlbinlog -delete

use_own_libraries "$work/tree" "$tree" "$work/tree/usr/sbin/mysqld" "$work/tree/usr/bin"/*
place_tree "$work/tree" "$tree"
"$tree/usr/sbin/mysqld" --no-defaults --version
mkdir -p "$services/bin" "$services/built"
ln -sfn "$tree/usr" "$services/mysql"
ln -sf "$tree/usr/sbin/mysqld" "$services/bin/mysqld-oracle"
echo "$recipe" >"$services/built/mysql"
