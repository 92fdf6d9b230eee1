#!/usr/bin/env bash
# Looks for a Node 24 or newer and puts it first on PATH: the one that is there already, else the one that the runner
# brings for `using: node24`, which lies beside the program that started this shell.
set -euo pipefail

is_new_enough() {
  [ -x "$1" ] && [ "$("$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -ge 24 ]
}

candidates=()
if command -v node >/dev/null; then candidates+=("$(command -v node)"); fi
if worker=$(readlink -f "/proc/$PPID/exe" 2>/dev/null); then
  candidates+=("$(dirname "$(dirname "$worker")")/externals/node24/bin/node")
fi
# A runner of one's own has its work folder inside its own: _work/_temp.
candidates+=("${RUNNER_TEMP:-/nowhere}/../../externals/node24/bin/node")

for node in "${candidates[@]}"; do
  is_new_enough "$node" || continue
  (cd "$(dirname "$node")" && pwd) >>"$GITHUB_PATH"
  echo 'found=true' >>"$GITHUB_OUTPUT"
  echo "Node $("$node" --version) of $node"
  exit 0
done
echo 'found=false' >>"$GITHUB_OUTPUT"
echo 'no Node 24 here: actions/setup-node brings one'
