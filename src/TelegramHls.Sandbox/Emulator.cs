using Microsoft.Extensions.Logging;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Updates;
using TelegramHls.Sandbox.Weather;

namespace TelegramHls.Sandbox;

/// <summary>The parts of the running server.</summary>
internal sealed record Emulator(
    SandboxOptions Options,
    SandboxClock Clock,
    World World,
    FileStore Files,
    ServerFiles ServerFiles,
    Polling Polling,
    Forecast Weather,
    UploadSpacing Spacing,
    ILogger Log);
