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

status=0
for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    case $name in *.Testing|*.Benchmarks) continue ;; esac
    dotnet test "$project" -c Release --no-build --nologo -v quiet "${filter[@]}" "$@" \
        --logger "trx;LogFileName=$name.trx" --results-directory "$results" || status=1
done

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
