#!/usr/bin/env bash
# Installs what the program (`run`) and its tests (`test`) need from Debian, where it is missing.
set -euo pipefail
what=${1:-run}

need=()
have() { command -v "$1" >/dev/null 2>&1; }
have ffmpeg && have ffprobe || need+=(ffmpeg)
ldconfig -p | grep -q 'libsqlite3\.so\.0' || need+=(libsqlite3-0)
have npm || need+=(nodejs npm)
[ -e /etc/ssl/certs/ca-certificates.crt ] || need+=(ca-certificates)
if [ "$what" = test ]; then
    have chromium || need+=(chromium)
    have sqlite3 || need+=(sqlite3)
fi

if ! have dotnet; then
    echo "error: the .NET 10 SDK is not installed" >&2
    echo "try: https://dotnet.microsoft.com/download (dotnet must be on the PATH)" >&2
    exit 1
fi

[ ${#need[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
    have sudo || { echo "error: missing: ${need[*]}" >&2; echo "try: as root, apt-get install ${need[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
have apt-get || { echo "error: missing: ${need[*]}" >&2; echo "try: install them with this system's package manager" >&2; exit 1; }

echo "Installing ${need[*]} ..."
log=$(mktemp)
if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
       apt-get install -y --no-install-recommends "${need[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "error: apt-get could not install ${need[*]} (its last lines stand above)" >&2
    exit 1
fi
rm -f "$log"
