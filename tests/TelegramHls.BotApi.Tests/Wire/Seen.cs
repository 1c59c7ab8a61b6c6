using System.Text;
using System.Text.Json;

namespace TelegramHls.BotApi.Tests.Wire;

/// <summary>A request as it came over the wire.</summary>
public sealed record Seen(
    string Verb, string Path, string Protocol, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Method => Path[(Path.LastIndexOf('/') + 1)..];

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
