using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>What the sandbox needs for a film's bytes when nobody else does anything: its share of an ingest.</summary>
/// <param name="Taking">Seconds to take them in documents as large as parts, one at a time per storage bot.</param>
/// <param name="Giving">Seconds to lay them out as a local server does for <c>getFile</c>: it copies them.</param>
internal sealed record SandboxAlone(double Taking, double Giving)
{
    private const int PartSize = 16 * 1024 * 1024;

    public static async Task<SandboxAlone> MeasureAsync(World world, string file)
    {
        using var http = new HttpClient { BaseAddress = new Uri(world.Telegram.Url), Timeout = TimeSpan.FromMinutes(2) };
        IReadOnlyList<SandboxStorageBot> bots = world.Telegram.Accounts.StorageBots;
        byte[] bytes = await File.ReadAllBytesAsync(file);
        var sent = new ConcurrentBag<(string Token, string FileId)>();
        double taking = await Stopped.SecondsAsync(() => Task.WhenAll(bots.Select((bot, turn) => Task.Run(async () =>
        {
            for (int start = turn * PartSize; start < bytes.Length; start += bots.Count * PartSize)
            {
                sent.Add((bot.Bot.Token, await SendAsync(http, bot, bytes, start)));
            }
        }))));
        double giving = await Stopped.SecondsAsync(async () =>
        {
            foreach ((string token, string fileId) in sent)
            {
                using HttpResponseMessage answer = await http.GetAsync($"/bot{token}/getFile?file_id={fileId}");
                answer.EnsureSuccessStatusCode();
            }
        });
        return new SandboxAlone(taking, giving);
    }

    private static async Task<string> SendAsync(HttpClient http, SandboxStorageBot bot, byte[] bytes, int start)
    {
        // Uploads of equal length are spaced out by the server: each is some bytes shorter than the one before.
        int length = Math.Min(PartSize, bytes.Length - start) - (start / PartSize);
        var document = new ByteArrayContent(bytes, start, length);
        document.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(bot.ChatId.ToString()), "chat_id" },
            { document, "document", $"{start}.bin" },
        };
        using HttpResponseMessage answer = await http.PostAsync($"/bot{bot.Bot.Token}/sendDocument", body);
        answer.EnsureSuccessStatusCode();
        JsonElement message = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return message.GetProperty("result").GetProperty("document").GetProperty("file_id").GetString()!;
    }
}
