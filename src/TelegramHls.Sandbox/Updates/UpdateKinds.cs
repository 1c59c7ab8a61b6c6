using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Parsing;

namespace TelegramHls.Sandbox.Updates;

internal static class UpdateKinds
{
    /// <summary>The wanted kinds; null when not given, which keeps what was wanted before.</summary>
    public static IReadOnlyList<string>? Read(Parameters parameters) =>
        parameters.Json("allowed_updates", "can't parse allowed_updates JSON object") is JsonArray kinds
            ? [.. kinds.Select(kind => kind?.ToString() ?? string.Empty)]
            : null;
}
