#!/usr/bin/env bash
# Builds and runs the test projects and ends with the counts taken from their result files.
# Arguments go to `dotnet test`. Long tests (Category=Soak) run only when THLS_SOAK is set.
set -uo pipefail
cd "$(dirname "$0")/.."
results=$PWD/TestResults
rm -rf "$results"; mkdir -p "$results"
filter=(); [ -n "${THLS_SOAK:-}" ] || filter=(--filter "Category!=Soak")
export THLS_PROGRAM=$PWD/artifacts/telegramhls/telegramhls

dotnet build TelegramHls.Bot.sln -c Release -v quiet --nologo || { echo "0 passed, 1 failed"; exit 1; }

run() {
    dotnet test "$1" -c Release --no-build --nologo -v quiet "${filter[@]}" "${arguments[@]}" \
        --logger "trx;LogFileName=$(basename "$1" .csproj).trx" --results-directory "$results"
}

# The end-to-end tests wait for the program most of their time; the others run beside them.
arguments=("$@")
longest=tests/TelegramHls.EndToEnd/TelegramHls.EndToEnd.csproj
run "$longest" >"$results/end-to-end.log" 2>&1 &
beside=$!

status=0
for project in tests/*/*.csproj; do
    case $project in "$longest" | *.Testing.csproj | *.Benchmarks.csproj) continue ;; esac
    run "$project" || status=1
done
wait "$beside" || status=1
cat "$results/end-to-end.log"

# Counters: <Counters total=".." executed=".." passed=".." failed=".." error=".." ... />
count() {
    grep -ho '<Counters [^>]*' "$results"/*.trx | sed -E "s/.* $1=\"([0-9]+)\".*/\1/" | awk '{ sum += $1 } END { print sum + 0 }'
}
passed=$(count passed)
failed=$(count failed)
[ "${passed:-0}" -gt 0 ] || status=1
[ "$status" = 0 ] || [ "${failed:-0}" -gt 0 ] || failed=1
echo "${passed:-0} passed, ${failed:-0} failed"
exit $status
