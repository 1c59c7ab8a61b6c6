using System.Net.Http.Headers;
using TelegramHls.Sandbox.Accounts;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>The sandbox takes a file in documents as large as parts, one at a time per storage bot, and nobody does more.</summary>
internal static class SandboxAlone
{
    private const int PartSize = 16 * 1024 * 1024;

    public static async Task<double> TakeAsync(World world, string file)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        IReadOnlyList<SandboxStorageBot> bots = world.Telegram.Accounts.StorageBots;
        byte[] bytes = await File.ReadAllBytesAsync(file);
        int parts = (bytes.Length + PartSize - 1) / PartSize;
        return await Stopped.SecondsAsync(() => Task.WhenAll(bots.Select((bot, turn) => Task.Run(async () =>
        {
            for (int part = turn; part < parts; part += bots.Count)
            {
                // Uploads of equal length are spaced out by the server: each is some bytes shorter than the one before.
                int start = part * PartSize;
                int length = Math.Min(PartSize, bytes.Length - start) - part;
                using var body = new MultipartFormDataContent
                {
                    { new StringContent(bot.ChatId.ToString()), "chat_id" },
                    { Document(bytes, start, length), "document", $"{part}.bin" },
                };
                using HttpResponseMessage answer =
                    await http.PostAsync($"{world.Telegram.Url}/bot{bot.Bot.Token}/sendDocument", body);
                answer.EnsureSuccessStatusCode();
            }
        }))));
    }

    private static ByteArrayContent Document(byte[] bytes, int start, int length)
    {
        var document = new ByteArrayContent(bytes, start, length);
        document.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return document;
    }
}
