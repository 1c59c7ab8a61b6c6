# syntax=docker/dockerfile:1
# linux/amd64 and linux/arm64. The build runs on the builder's own architecture and publishes for the target's.

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
# npm brings the scripts of the pages, as eng/setup.sh does outside.
RUN apt-get update \
 && apt-get install -y --no-install-recommends nodejs npm \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props appsettings.json LICENSE ./
COPY eng/ eng/
COPY src/ src/
ARG TARGETARCH
RUN --mount=type=cache,target=/root/.nuget/packages \
    --mount=type=cache,target=/root/.npm \
    case "$TARGETARCH" in amd64) rid=linux-x64 ;; arm64) rid=linux-arm64 ;; \
      *) echo "error: $TARGETARCH is neither amd64 nor arm64" >&2; exit 1 ;; esac \
 && dotnet publish src/TelegramHls.Bot -c Release -r "$rid" --self-contained -o /out --nologo -v quiet

# The Debian release whose ffmpeg the tests run with.
FROM debian:bookworm-slim
# libssl3 is .NET's; ca-certificates know Telegram's.
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates ffmpeg libsqlite3-0 libssl3 \
 && rm -rf /var/lib/apt/lists/* /var/cache/ldconfig/aux-cache /var/log/apt /var/log/dpkg.log \
 && install -d -m 0700 -o 10001 -g 10001 /data
COPY --from=build /out/ /opt/telegramhls/
# In a container the address under which others reach this program cannot be found: Server__PublicUrl must be set.
ENV HOME=/data \
    DOTNET_RUNNING_IN_CONTAINER=true \
    Data__Directory=/data \
    Server__Urls=http://*:8080
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
# bash is in every Debian image and opens /dev/tcp by itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --start-interval=2s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/telegramhls/telegramhls"]
CMD ["serve"]
