#!/usr/bin/env bash
# Builds the executable folder: build.sh RID FOLDER
set -euo pipefail
. "$(dirname "$0")/say.sh"
rid=$1 folder=$2

# Packages, intermediate files and the folder itself: about 700 MB the first time.
needed_kb=$((700 * 1024))
free_kb=$(df -Pk . | awk 'NR == 2 { print $4 }')
if [ ! -d "$(dirname "$folder")" ] && [ "$free_kb" -lt "$needed_kb" ]; then
    fail "the program cannot be built" "the disk of $PWD has $((free_kb / 1024)) MB free, and building takes about $((needed_kb / 1024)) MB" \
        "free some space (df -h shows where), then run it again"
fi

echo "Building the program (about a minute the first time) ..."
rm -rf "$folder"
quietly "the program could not be built" "mend what the lines above say, then run it again" \
    dotnet publish src/TelegramHls.Bot -c Release -r "$rid" --self-contained -o "$folder" -v quiet --nologo
touch "$folder/telegramhls"
