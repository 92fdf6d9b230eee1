#!/usr/bin/env bash
# Looks for a Node 24 or newer and puts it first on PATH: the one that is there already, else the one that the runner
# brings for `using: node24`, which lies beside the program of the runner that started this shell.
set -euo pipefail

is_new_enough() {
  [ -x "$1" ] && [ "$("$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -ge 24 ]
}

# Programs of the processes above this one, the nearest first; none where there is no /proc.
ancestors() {
  local pid=$PPID
  while [ "$pid" -gt 1 ] 2>/dev/null; do
    readlink -f "/proc/$pid/exe" 2>/dev/null || true
    pid=$(awk '/^PPid:/ { print $2 }' "/proc/$pid/status" 2>/dev/null || echo 0)
  done
}

candidates=()
if command -v node >/dev/null; then candidates+=("$(command -v node)"); fi
while read -r program; do
  candidates+=("$(dirname "$(dirname "$program")")/externals/node24/bin/node")
done < <(ancestors)
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
