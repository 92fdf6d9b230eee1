#!/usr/bin/env bash
# build.sh FOLDER: builds FOLDER/{linux,mod,userland}, a User-Mode Linux kernel with the real OpenZFS of Debian's
# backports, in some six minutes. ZFS lies in `contrib`, which is read through apt lists of its own: the sources and the
# packages of this machine stay as they are, but for what compiling a kernel needs. The pair of a GPL kernel and a CDDL
# module is for the tests of this machine and is not to be passed on.
set -euo pipefail

folder=$(realpath -m "$1")
work=$folder/build
rm -rf "$folder"
mkdir -p "$work/lists/partial" "$work/cache" "$work/debs" "$folder/mod" "$folder/userland"

missing=()
for package in bc bison flex gcc libc6-dev make xz-utils; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "openzfs: not root; run: sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null
fi

mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' | head -1)
echo "deb ${mirror:-http://deb.debian.org/debian} bookworm main contrib
deb ${mirror:-http://deb.debian.org/debian} bookworm-backports main contrib" >"$work/sources.list"
apt=(apt-get -qq -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
"${apt[@]}" update
(
  cd "$work/debs"
  "${apt[@]}" download -t bookworm-backports zfsutils-linux libzfs6linux libzpool6linux libnvpair3linux libuutil3linux
  "${apt[@]}" download kmod libkmod2
  for package in *.deb; do dpkg-deb -x "$package" "$folder/userland"; done
  cd "$work"
  "${apt[@]}" download -t bookworm-backports zfs-dkms
  dpkg-deb -x zfs-dkms_*.deb zfs
  "${apt[@]}" download linux-source-6.1
  dpkg-deb -x linux-source-6.1_*.deb source
  tar xf source/usr/src/linux-source-6.1.tar.xz
)
ln -sf kmod "$folder/userland/bin/insmod"
rm -rf "$folder"/userland/usr/share/{doc,man,locale}

cd "$work/linux-source-6.1"
make -s ARCH=um x86_64_defconfig
# Time travel must be off: with it zfs.ko asks for a symbol that is for GPL modules only.
./scripts/config -e MODULES -e MODULE_UNLOAD -e HOSTFS -e BLK_DEV_UBD -e BLK_DEV_LOOP -e TMPFS_XATTR -e TMPFS_POSIX_ACL \
  -e DEVTMPFS -e DEVTMPFS_MOUNT -e EXT4_FS -e FUSE_FS -e OVERLAY_FS -e CRYPTO -e CRYPTO_DEFLATE -e ZLIB_INFLATE \
  -e ZLIB_DEFLATE -e FHANDLE -e INET -e IPV6 -e PACKET -e AIO -e IO_URING -e HIGH_RES_TIMERS -e UML_RANDOM \
  -e EFI_PARTITION -e KALLSYMS -e STATIC_LINK -d UML_NET_VECTOR -d UML_NET_PCAP -d UML_NET_VDE \
  -d UML_TIME_TRAVEL_SUPPORT -d SOUND -d PPP -d SLIP -d WERROR -d MODULE_SIG -d DEBUG_KERNEL \
  -d DEBUG_INFO_DWARF_TOOLCHAIN_DEFAULT -d DEBUG_INFO_DWARF4 -d DEBUG_INFO_DWARF5 -e DEBUG_INFO_NONE
make -s ARCH=um olddefconfig
# A static glibc from 2.33 on does not have this symbol.
sed -i '/__xmknod/d' arch/um/os-Linux/user_syms.c
make -s ARCH=um -j"$(nproc)" linux modules
cp linux "$folder/"

cd "$work"/zfs/usr/src/zfs-*
./configure -q --with-config=kernel "--with-linux=$work/linux-source-6.1" "--with-linux-obj=$work/linux-source-6.1" \
  ARCH=um KERNEL_ARCH=um
make -s -j"$(nproc)" ARCH=um -C module
cp module/spl.ko module/zfs.ko "$folder/mod/"
strip -g "$folder"/mod/*.ko
rm -rf "$work"
