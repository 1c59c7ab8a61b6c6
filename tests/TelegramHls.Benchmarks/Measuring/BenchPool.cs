using System.Text.Json;
using TelegramHls.Testing;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Benchmarks.Measuring;

/// <summary>The program over as many storage bots as wanted, each with a channel of its own.</summary>
internal sealed class BenchPool : IAsyncDisposable
{
    private const int Given = 4;

    private readonly World _world;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(10) };
    private readonly List<(string Name, string? Value)> _settings;

    private BenchPool(World world, List<(string Name, string? Value)> settings, List<long> channels) =>
        (_world, _settings, Channels) = (world, settings, channels);

    /// <summary>The channel of each bot.</summary>
    public IReadOnlyList<long> Channels { get; }

    public static async Task<BenchPool> MakeAsync(
        World world, int bots, int partSize, params (string Name, string? Value)[] further)
    {
        List<(string, string?)> settings =
            [("Logging__LogLevel__Default", "Information"), ("Storage__PartSize", $"{partSize}"), .. further];
        List<long> channels = [.. world.Channels.Take(bots)];
        for (int bot = bots; bot < Given; bot++)
        {
            settings.AddRange([($"Telegram__StorageBots__{bot}__Token", null), ($"Telegram__StorageBots__{bot}__ChatId", null)]);
        }

        for (int bot = Given; bot < bots; bot++)
        {
            JsonElement made = await world.Client.Hook("bots", new { first_name = $"Storage {bot + 1}" });
            long[] admins = [made.GetProperty("id").GetInt64()];
            JsonElement channel = await world.Client.Hook("channels", new { title = $"Parts {bot + 1}", admins });
            settings.Add(($"Telegram__StorageBots__{bot}__Token", made.GetProperty("token").GetString()));
            channels.Add(channel.GetProperty("chat_id").GetInt64());
            settings.Add(($"Telegram__StorageBots__{bot}__ChatId", $"{channels[^1]}"));
        }

        var pool = new BenchPool(world, settings, channels);
        await world.StartBotAsync([.. settings]);
        return pool;
    }

    /// <summary>A fresh program with nothing in its part cache.</summary>
    public async Task RestartAsync()
    {
        await _world.Bot.KillAsync();
        Directory.Delete(Path.Combine(_world.Data, "cache"), recursive: true);
        await _world.StartBotAsync([.. _settings]);
    }

    private string Api => $"{_world.Telegram.Url.TrimEnd('/')}/bot{_world.Telegram.Accounts.StorageBots[0].Bot.Token}";

    /// <summary>Stores the bytes as one document of the first bot; returns its file_id.</summary>
    public async Task<string> UploadAsync(byte[] bytes)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{_world.Telegram.Accounts.StorageBots[0].ChatId}"), "chat_id" },
            { new ByteArrayContent(bytes), "document", "film.bin" },
        };
        using HttpResponseMessage sent = await _http.PostAsync(new Uri($"{Api}/sendDocument"), form);
        return Result(await sent.Content.ReadAsStringAsync()).GetProperty("document").GetProperty("file_id").GetString()!;
    }

    /// <summary>The address at which the Bot API gives the first bot's file back.</summary>
    public async Task<string> LocateAsync(string fileId)
    {
        string file = await _http.GetStringAsync(new Uri($"{Api}/getFile?file_id={fileId}"));
        string path = Result(file).GetProperty("file_path").GetString()!;
        return $"{_world.Telegram.Url.TrimEnd('/')}/file/bot{_world.Telegram.Accounts.StorageBots[0].Bot.Token}/{path}";
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static JsonElement Result(string json) => JsonSerializer.Deserialize<JsonElement>(json).GetProperty("result");
}
