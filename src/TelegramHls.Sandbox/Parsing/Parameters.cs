using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Files;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>What a call was given. Everything is text at heart; numbers out of range are clamped, garbage is 0.</summary>
internal sealed class Parameters : IDisposable
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Files by part name, and by URI those that the server itself read.</summary>
    public Dictionary<string, Upload> Files { get; } = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, string>> Values => _values;

    public void Set(string name, string value) => _values[name] = value;

    public bool Has(string name) => _values.ContainsKey(name);

    public string Text(string name) => _values.GetValueOrDefault(name, string.Empty);

    public long Number(string name, long otherwise = 0) =>
        _values.TryGetValue(name, out string? text) ? Numbers.Read(text) : otherwise;

    public int Int(string name, int otherwise = 0) => (int)Math.Clamp(Number(name, otherwise), int.MinValue, int.MaxValue);

    public bool Flag(string name) => Numbers.Truth(Text(name));

    /// <summary>The value as JSON; null when absent or empty. Text that is no JSON is refused with the given words.</summary>
    public JsonNode? Json(string name, string fault)
    {
        string text = Text(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            throw Http.ApiFaultException.BadRequest(fault);
        }
    }

    /// <summary>A list of numbers: a JSON array of numbers or texts.</summary>
    public IReadOnlyList<long> Numbered(string name) =>
        Json(name, $"can't parse {name.Replace('_', ' ')}") is JsonArray items
            ? [.. items.Select(item => Numbers.Read(item?.ToString() ?? string.Empty))]
            : [];

    public void Dispose()
    {
        foreach (Upload upload in Files.Values)
        {
            upload.Dispose();
        }
    }
}
