using System.Text.Json;

namespace TelegramHls.Sandbox.Records;

/// <summary>An update that waits for its bot until confirmed or expired (Unix seconds).</summary>
internal sealed record UpdateRecord(long Bot, long Id, string Kind, long Expires, JsonElement Content) : Entity;

/// <summary>All updates of the bot with a smaller id are forgotten.</summary>
internal sealed record UpdatesGone(long Bot, long Below) : Entity;
