# For the scripts beside this one: programs of another Debian release that run on this host by path. Each gets that
# release's own loader and libraries, so no chroot and no root are needed.

# Where trees are. A server refuses to run as root, and another user may not look into root's home: elsewhere then.
tree_home() {
  if [ "$(id -u)" -eq 0 ]; then echo /var/cache/holdfast/services; else echo "$1"; fi
}

# Fails where a tool is missing that the functions below need; the argument is what the tools are for.
need_tree_tools() {
  local tool
  for tool in apt-get dpkg-deb patchelf; do
    command -v "$tool" >/dev/null && continue
    echo "setup:services: $1 for the tests needs $tool" >&2
    return 1
  done
}

# Lines of a sources file: own_source ARCHIVE "SUITES" [MORE].
own_source() {
  printf 'Types: deb\nURIs: http://deb.debian.org/%s\nSuites: %s\nComponents: main\nSigned-By: %s\n%s\n' \
    "$1" "$2" /usr/share/keyrings/debian-archive-keyring.gpg "${3:+$3$'\n'}"
}

# Downloads packages and all that they need, libc included, into $1/archives, by the sources in $1/apt.sources: an apt
# of its own, for which nothing is installed yet.
download_packages() {
  local work=$1
  shift
  mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/tree"
  : >"$work/status"
  own_apt() {
    apt-get -qq -y -o Dir::Etc::SourceList="$work/apt.sources" -o Dir::Etc::SourceParts=/dev/null \
      -o Dir::Etc::Parts=/dev/null -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
      -o Dir::State::Lists="$work/lists" -o Dir::State::status="$work/status" -o Dir::Cache="$work" \
      -o APT::Install-Recommends=false -o APT::Sandbox::User= -o Acquire::Retries=5 \
      -o Acquire::Languages=none -o Debug::NoLocking=true "$@"
  }
  own_apt update && own_apt --download-only install "$@" >/dev/null
}

# Makes the programs that are given use the libraries of their tree, which is unpacked in $1 and moves to $2 later.
use_own_libraries() {
  local tree=$1 home=$2 libraries loader folder program
  shift 2
  libraries=$(dirname "$(find "$tree/usr/lib" -path '*-linux-*' -name 'libc.so.6' -print -quit)")
  loader=$(find "$libraries" -maxdepth 1 -name 'ld-linux*' -print -quit)
  folder=$home/${libraries#"$tree/"}
  for program in "$@"; do
    patchelf --set-interpreter "$folder/${loader##*/}" --force-rpath --set-rpath "$folder" "$program" 2>/dev/null || true
  done
}

# Puts an unpacked tree in its place, where everybody may read it.
place_tree() {
  chmod -R go+rX "$1"
  chmod 755 "$(dirname "$(dirname "$2")")" "$(dirname "$2")"
  rm -rf "$2"
  mv "$1" "$2"
}
