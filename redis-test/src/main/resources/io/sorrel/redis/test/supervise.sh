# Runs a server that does not outlive the process at the other end of standard input.
# usage: sh -c <this text> name directory log command [argument...]
# Writes the server's process id, then reads names of signals to pass on, and answers each with "sent" or "gone".
# When standard input ends, the server is killed and the directory deleted. Exits with the server's status.
directory=$1
log=$2
shift 2
orphaned=$directory/.orphaned
exec 3<&0
"$@" </dev/null >>"$log" 2>&1 3<&- &
server=$!
# A Ctrl-C at the terminal reaches every process of the group: this one must stay to clean up.
trap '' HUP INT QUIT TERM
(
  while read -r signal <&3; do
    if kill -s "$signal" "$server" 2>/dev/null; then echo sent; else echo gone; fi
  done
  : >"$orphaned"
  kill -s KILL "$server" 2>/dev/null
) &
watcher=$!
exec 3<&-
echo "$server"
wait "$server"
status=$?
kill -s KILL "$watcher" 2>/dev/null
if [ -e "$orphaned" ]; then rm -rf -- "$directory"; fi
exit "$status"
