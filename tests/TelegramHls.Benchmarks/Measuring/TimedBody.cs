using System.Net.Http.Headers;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>How fast a body came.</summary>
/// <param name="FirstByte">Seconds from the request to its first byte.</param>
/// <param name="BytesPerSecond">All of it, from the request on.</param>
internal sealed record TimedBody(double FirstByte, double BytesPerSecond)
{
    /// <summary>Finds an address out and asks for it from a byte on.</summary>
    public static async Task<TimedBody> TakeAsync(Func<Task<string>> locate, long start)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        long began = TimeProvider.System.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, await locate());
        request.Headers.Range = new RangeHeaderValue(start, null);
        using HttpResponseMessage answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using Stream body = await answer.Content.ReadAsStreamAsync();
        byte[] buffer = new byte[256 * 1024];
        long bytes = await body.ReadAsync(buffer);
        double first = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        int count;
        while ((count = await body.ReadAsync(buffer)) > 0)
        {
            bytes += count;
        }

        return new TimedBody(first, bytes / TimeProvider.System.GetElapsedTime(began).TotalSeconds);
    }
}
