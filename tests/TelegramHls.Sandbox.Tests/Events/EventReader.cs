using System.Text.Json;

namespace TelegramHls.Sandbox.Tests.Events;

/// <summary>Reads an event stream as the standard describes it (HTML, server-sent events).</summary>
public sealed class EventReader : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private EventReader(HttpResponseMessage response, Stream body) => (_response, _lines) = (response, new StreamReader(body));

    public string? ContentType => _response.Content.Headers.ContentType?.ToString();

    /// <summary>Opens the stream; everything that happens from now on is in it.</summary>
    public static async Task<EventReader> OpenAsync(HttpClient http, string url, long? person = null)
    {
        HttpResponseMessage response = await http.GetAsync(
            $"{url}/person/events{(person is null ? string.Empty : $"?person={person}")}", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var reader = new EventReader(response, await response.Content.ReadAsStreamAsync());
        (await reader.NextAsync()).Name.ShouldBe("refresh");
        return reader;
    }

    public async Task<(string Name, JsonElement Content)> NextAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        string name = string.Empty;
        while (true)
        {
            string line = await _lines.ReadLineAsync(limit.Token) ?? throw new EndOfStreamException("The stream of events ended.");
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return (name, JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]));
            }
        }
    }

    /// <summary>The content of the next event of that name which fulfils the condition.</summary>
    public async Task<JsonElement> NextAsync(string name, Func<JsonElement, bool>? condition = null)
    {
        while (true)
        {
            (string found, JsonElement content) = await NextAsync();
            if (found == name && condition?.Invoke(content) != false)
            {
                return content;
            }
        }
    }

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }
}
