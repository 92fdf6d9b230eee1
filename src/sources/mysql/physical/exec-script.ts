/** Ends the option file on the script's stdin; no line of such a file is like it. */
export const endOfOptions = '# end of options'

/** What begins a line of stderr that tells of the copy, before the name of the tool's own file. */
export const factPrefix = 'holdfast-fact '

/**
 * What the container's own shell runs around the tool, as nothing else in an image can: `kill` is no program of its own
 * there. It never changes; all that differs are its arguments: the directory to make, then the tool's argv.
 *
 * The option file is read from stdin into that directory, 0600 of 0700, in memory. Then stdin says that somebody wants
 * the copy: at its end, also that of a client that was killed, the tool is ended with SIGTERM, two seconds later with
 * SIGKILL. However the tool ends, the directory goes, and what it left about the copy was printed.
 */
export const execScript = `umask 077
dir=$1; shift
mkdir "$dir" || exit 125
exec 3<&0
while IFS= read -r line <&3 && [ "$line" != '${endOfOptions}' ]; do printf '%s\\n' "$line"; done >"$dir/client.cnf"
"$@" 3<&- &
tool=$!
{
  while read -r line <&3; do :; done
  : >"$dir/unwanted"
  kill "$tool"
  sleep 2
  [ -e "$dir/ended" ] || kill -9 "$tool"
} >/dev/null 2>&1 &
watcher=$!
wait "$tool"; status=$?
: >"$dir/ended"
if [ -e "$dir/unwanted" ]; then wait "$watcher"; else kill "$watcher"; fi
for name in xtrabackup_checkpoints xtrabackup_info; do
  [ -f "$dir/lsn/$name" ] || continue
  while IFS= read -r line; do printf '${factPrefix}%s %s\\n' "$name" "$line"; done <"$dir/lsn/$name" >&2
done
rm -rf "$dir"
exit $status
`
