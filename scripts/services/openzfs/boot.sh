#!/usr/bin/env bash
# boot.sh FOLDER SCRIPT OUTPUT RUN: boots the OpenZFS of FOLDER as an ordinary process, the one that this script is, runs
# SCRIPT in it as root and leaves what it prints in OUTPUT and its exit status in OUTPUT.status. RUN is an empty folder of
# its own. DISKS is a folder with the disks a.img and b.img, which become /dev/ubda and /dev/ubdb and are made where they
# are missing, 4 GB each; without it they are in RUN.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
openzfs=$(realpath "$1")
script=$(realpath "$2")
output=$(realpath -m "$3")
run=$(realpath "$4")
disks=${DISKS:-$run}
for disk in a b; do
  [ -e "$disks/$disk.img" ] || truncate -s 4G "$disks/$disk.img"
done
cd "$run"
# Restartable sequences of glibc make init die there.
exec env -i HOME="$run" TMPDIR=/dev/shm GLIBC_TUNABLES=glibc.pthread.rseq=0 "$openzfs/linux" \
  "mem=${MEMORY:-1536M}" root=/dev/root rootfstype=hostfs rootflags=/ ro "init=$here/init" "OPENZFS=$openzfs" \
  "ubd0=$disks/a.img" "ubd1=$disks/b.img" con=null con0=null,fd:1 "umid=holdfast-$$" "SCRIPT=$script" "OUTPUT=$output" \
  </dev/null
