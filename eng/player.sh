#!/usr/bin/env bash
# Brings the player script from npm, once per lock file; npm ci keeps to the lock file to the letter.
set -euo pipefail
. "$(dirname "$0")/say.sh"
cd "$(dirname "$0")/../src/TelegramHls.Bot/Web"
have npm || fail "the player script cannot be brought" "there is no npm on the PATH" "make run installs it; else install npm 9 or newer"

echo "Bringing the player script ..."
quietly "the player script could not be brought" \
    "npm has to reach its registry (npm config get registry; behind a proxy: npm config set proxy), then run it again" \
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
touch node_modules/.package-lock.json
