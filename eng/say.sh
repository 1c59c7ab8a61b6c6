# Read by the scripts beside it: how they fail, in the three lines of the program itself.
fail() { # error, cause, try
    printf 'error: %s\ncause: %s\ntry: %s\n' "$1" "$2" "$3" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command quietly. On failure: its last lines, then the three of `fail`; a full disk is told apart from all else.
quietly() { # error, try, command...
    local error=$1 remedy=$2 log status=0
    shift 2
    log=$(mktemp 2>/dev/null) || fail "$error" "nothing can be written to ${TMPDIR:-/tmp}" "free some space there, or set TMPDIR"
    "$@" >"$log" 2>&1 || status=$?
    if [ $status != 0 ]; then
        tail -n 20 "$log" >&2
        if grep -qiE 'no space left on device|ENOSPC|enough free space|not enough space on the disk' "$log"; then
            rm -f "$log"
            fail "$error" "the disk is full" "free some space (df -h shows where), then run it again"
        fi
        rm -f "$log"
        fail "$error" "${1//_/-} ended with $status; its last lines stand above" "$remedy"
    fi
    rm -f "$log"
}
