#!/bin/sh
# A backup and then a cleanup; whatever follows goes to the backup, such as a directory instead of BACKUP_DIRECTORY.
# `holdfast …` runs that and nothing else.
set -u

if [ "${1-}" = holdfast ]; then exec "$@"; fi

child=
# This shell is process 1: it must hand on what `docker stop` sends.
trap 'if [ -n "$child" ]; then kill -TERM "$child"; fi' TERM
trap 'if [ -n "$child" ]; then kill -INT "$child"; fi' INT

run() {
  holdfast "$@" &
  child=$!
  status=0
  wait "$child" || status=$?
  # A signal that was handed on ends the first wait and not the child.
  while kill -0 "$child" 2>/dev/null; do
    status=0
    wait "$child" || status=$?
  done
  child=
  return "$status"
}

run backup "$@"
backup=$?
# 3: some files could not be read. What could is kept, and what is old may go.
if [ "$backup" -ne 0 ] && [ "$backup" -ne 3 ]; then exit "$backup"; fi

run cleanup --yes
cleanup=$?
if [ "$backup" -ne 0 ]; then exit "$backup"; fi
exit "$cleanup"
