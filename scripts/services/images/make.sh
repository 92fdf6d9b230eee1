#!/usr/bin/env bash
# Makes the root file system of a container image out of what is installed on this host, for tests without a registry:
#   make.sh postgres MAJOR FILE.tar [TREE]      make.sh mariadb - FILE.tar
# TREE is what postgres-17.sh unpacked: its programs name their libraries by path, so it lies in the image where it lies
# here. Absent: what Debian's packages have put into /usr.
set -euo pipefail
kind=$1 major=$2 file=$3 tree=${4:-}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

mkdir -p "$root"/{usr/bin,usr/sbin,usr/lib,usr/lib64,usr/share,etc,tmp,run,proc,sys,dev,var/lib,root}
ln -s ../run "$root/var/run"
chmod 1777 "$root/tmp"
chmod 755 "$root"
for folder in bin sbin lib lib64; do ln -s usr/$folder "$root/$folder"; done
cp "$(command -v busybox)" "$root/usr/bin/busybox"
for applet in $("$root/usr/bin/busybox" --list); do
  [ -e "$root/usr/bin/$applet" ] || ln -s busybox "$root/usr/bin/$applet"
done

# Copies files to the places that they have here.
add() {
  local path
  for path in "$@"; do
    [ -e "$path" ] || continue
    mkdir -p "$root$(dirname "$path")"
    rm -rf "${root:?}$path"
    cp -a "$path" "$root$path"
  done
}

case $kind in
  postgres)
    if [ -n "$tree" ]; then add "$tree"; else add "/usr/lib/postgresql/$major" "/usr/share/postgresql/$major"; fi
    # JIT alone would bring LLVM along.
    rm -rf "$root/usr/lib/postgresql/$major/lib/bitcode" "$root/usr/lib/postgresql/$major/lib/"llvmjit*
    user=postgres data=/var/lib/postgresql/data
    ;;
  mariadb)
    add /usr/sbin/mariadbd /usr/bin/mariadb /usr/bin/mariadb-admin /usr/bin/mariadb-dump /usr/bin/mariadb-check \
      /usr/bin/mariadb-install-db /usr/bin/mariadb-backup /usr/bin/mbstream /usr/bin/my_print_defaults /usr/bin/resolveip
    ln -sf mariadb "$root/usr/bin/mysql"
    ln -sf mariadb-admin "$root/usr/bin/mysqladmin"
    ln -sf mariadb-dump "$root/usr/bin/mysqldump"
    mkdir -p "$root/usr/share/mysql" "$root/usr/lib/mysql"
    cp -aL /usr/share/mysql/. "$root/usr/share/mysql/"
    # Plugins, which the bare server does without.
    [ ! -d /usr/lib/mysql ] || cp -a /usr/lib/mysql/. "$root/usr/lib/mysql/"
    printf '%s\n' '[mysqld]' datadir=/var/lib/mysql socket=/run/mysqld/mysqld.sock bind-address=0.0.0.0 \
      skip-name-resolve '[client]' socket=/run/mysqld/mysqld.sock >"$root/etc/my.cnf"
    user=mysql data=/var/lib/mysql
    ;;
  *)
    echo "make.sh: no recipe for $kind" >&2
    exit 2
    ;;
esac
printf 'root:x:0:0:root:/root:/bin/sh\n%s:x:999:999::%s:/bin/sh\n' $user $data >"$root/etc/passwd"
printf 'root:x:0:\n%s:x:999:\n' $user >"$root/etc/group"
mkdir -p "$root$data" "$root/run/mysqld" "$root/run/postgresql"
chmod 1777 "$root/run/mysqld" "$root/run/postgresql"

# The libraries of every program, as they are found here; those of the tree are there already, but for a few.
find "$root" -type f \( -perm -0100 -o -name '*.so*' \) -print0 |
  { xargs -0 -r -n 64 ldd 2>/dev/null || true; } |
  awk '/=> \//{print $3} /^\t\/lib/{print $1}' | sort -u |
  while read -r library; do
    folder=$(dirname "$library")
    case $folder in /lib | /lib/* | /lib64 | /lib64/*) folder=/usr$folder ;; esac
    mkdir -p "$root$folder"
    [ -e "$root$folder/$(basename "$library")" ] || cp -L "$library" "$root$folder/"
  done
add /usr/lib/locale/C.utf8 /usr/share/zoneinfo
printf 'passwd: files\ngroup: files\nhosts: files dns\n' >"$root/etc/nsswitch.conf"
for library in libnss_files.so.2 libnss_dns.so.2; do add "/usr/lib/$(uname -m)-linux-gnu/$library"; done
ldconfig -r "$root" 2>/dev/null || true
install -m 755 "$here/entrypoint-$kind.sh" "$root/usr/bin/docker-entrypoint.sh"
mkdir -p "$(dirname "$file")"
tar -C "$root" --numeric-owner -cf "$file.partial" .
mv "$file.partial" "$file"
