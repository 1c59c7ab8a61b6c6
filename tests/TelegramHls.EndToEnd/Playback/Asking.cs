using System.Net.Http.Headers;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>Requests with headers as players write them, right or wrong.</summary>
internal static class Asking
{
    public static async Task<HttpResponseMessage> AskAsync(
        this HttpClient http, string address, params (string Name, string Value)[] headers) =>
        await http.AskAsync(HttpMethod.Get, address, headers);

    public static async Task<HttpResponseMessage> AskAsync(
        this HttpClient http, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>All headers as lines, but the date and how the body is framed (there is none behind HEAD).</summary>
    public static string[] Lines(this HttpResponseMessage answer) =>
    [
        .. Of(answer.Headers).Concat(Of(answer.Content.Headers)).Where(line =>
            !line.StartsWith("Date:", StringComparison.Ordinal) && !line.StartsWith("Transfer-Encoding:", StringComparison.Ordinal)),
    ];

    /// <summary>A header as it came, whichever collection .NET puts it into; null when it is not there.</summary>
    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
            || answer.Content.Headers.NonValidated.TryGetValues(name, out values)
                ? values.ToString()
                : null;

    private static IEnumerable<string> Of(HttpHeaders headers) =>
        headers.NonValidated.Select(header => $"{header.Key}: {header.Value}");
}
