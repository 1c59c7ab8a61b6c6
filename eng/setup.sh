#!/usr/bin/env bash
# Installs what the program (`run`), its tests (`test`), its measurements (`bench`) and the players of its long tests (`players`)
# need from Debian, where it is missing.
set -euo pipefail
. "$(dirname "$0")/say.sh"
what=${1:-run}

if ! have dotnet; then
    fail "the .NET 10 SDK is not installed" "there is no dotnet on the PATH" \
        "https://dotnet.microsoft.com/download/dotnet/10.0, then put dotnet on the PATH"
fi
sdks=$(dotnet --list-sdks 2>/dev/null || true)
if ! grep -q '^10\.' <<<"$sdks"; then
    found=$(awk '{ printf "%s%s", (NR > 1 ? ", " : ""), $1 }' <<<"$sdks")
    fail "the .NET 10 SDK is not installed" "$(command -v dotnet) knows only these: ${found:-none}" \
        "https://dotnet.microsoft.com/download/dotnet/10.0"
fi

need=()
have ffmpeg && have ffprobe || need+=(ffmpeg)
grep -q 'libsqlite3\.so\.0' <<<"$(ldconfig -p)" || need+=(libsqlite3-0)
have npm || need+=(nodejs npm)
[ -e /etc/ssl/certs/ca-certificates.crt ] || need+=(ca-certificates)
if [ "$what" != run ]; then
    have chromium || need+=(chromium)
    have sqlite3 || need+=(sqlite3)
    # Screenshots of the chat show what a reader sees only with a font for its emoji.
    [ -e /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf ] || need+=(fonts-noto-color-emoji)
fi
if [ "$what" = bench ]; then
    [ -x /usr/sbin/nginx ] || need+=(nginx-light)
    have wrk || need+=(wrk)
fi
if [ "$what" = players ]; then
    have firefox-esr || need+=(firefox-esr)
    have cvlc || need+=(vlc-bin vlc-plugin-base)
    have mpv || need+=(mpv)
    have gst-play-1.0 && have gst-discoverer-1.0 ||
        need+=(gstreamer1.0-plugins-{base,base-apps,good,bad} gstreamer1.0-libav)
fi

if [ ${#need[@]} -gt 0 ]; then
    have apt-get || fail "${need[*]} is missing here" "there is no apt-get to install it with" \
        "install ${need[*]} with this system's package manager"
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        have sudo || fail "${need[*]} is missing here" "installing it takes root, and there is no sudo" \
            "as root: apt-get update && apt-get install ${need[*]}"
        as_root=(sudo)
    fi

    echo "Installing ${need[*]} ..."
    apt_get() {
        "${as_root[@]}" apt-get update &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${need[@]}"
    }
    quietly "${need[*]} could not be installed" "mend what the lines above say, or install ${need[*]} by hand" apt_get
fi

# An ffmpeg of one's own on the PATH may be older or smaller than Debian's.
version=$(ffmpeg -version 2>/dev/null | sed -nE '1s/^ffmpeg version n?([0-9]+)\.([0-9]+).*/\1 \2/p')
read -r major minor <<<"${version:-99 0}"
if [ "$major" -lt 5 ] || { [ "$major" = 5 ] && [ "$minor" = 0 ]; }; then
    fail "ffmpeg is too old" "$(command -v ffmpeg) is version $major.$minor" "install ffmpeg 5.1 or newer (Debian 12 has it)"
fi
if ! grep -q ' libx264 ' <<<"$(ffmpeg -hide_banner -encoders 2>/dev/null || true)"; then
    fail "ffmpeg cannot encode H.264" "$(command -v ffmpeg) was built without libx264" \
        "apt-get install ffmpeg, and take the other one off the PATH"
fi
