#!/usr/bin/env bash
# Makes the command `holdfast` of this very version of the action, and puts it on PATH.
set -euo pipefail

launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../bin" && pwd)/holdfast.cjs
folder=$(mktemp -d "${RUNNER_TEMP:-/tmp}/holdfast-bin-XXXXXX")
printf '#!/bin/sh\nexec node "%s" "$@"\n' "$launcher" >"$folder/holdfast"
chmod 755 "$folder/holdfast"
echo "$folder" >>"$GITHUB_PATH"
version=$("$folder/holdfast" --version)
echo "version=$version" >>"$GITHUB_OUTPUT"
echo "holdfast $version"
