using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>A pool of eight bots, each an administrator in every channel, loses one while it stores and one while it plays.</summary>
public sealed class EightBotsTests(UndisturbedFilm undisturbed) : IClassFixture<UndisturbedFilm>, IAsyncLifetime
{
    private const int Bots = 8;

    private readonly List<(long Bot, long Chat)> _pool = [];
    private readonly List<(string Name, string? Value)> _settings = [UndisturbedFilm.SmallParts];
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync();
        _pool.AddRange(_world.Telegram.Accounts.StorageBots.Select(bot => (bot.Bot.Id, bot.ChatId)));
        while (_pool.Count < Bots)
        {
            await AddBotAsync();
        }

        foreach ((long bot, long chat) in from one in _pool from other in _pool select (one.Bot, other.Chat))
        {
            await _world.Client.Hook("members", new { chat_id = chat, user_id = bot });
        }
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Film_OneBotRevokedInIngestAnotherInPlayback_BothFinishWithEqualBytes()
    {
        await _world.StartBotAsync([.. _settings]);
        await _world.Client.Weather(new { effect = "Slow", up = 400_000 });
        int message = await _world.SendAsync(undisturbed.Path);
        await Waiting.UntilAsync(async () => (await SentByAsync(_pool[0])) > 0, "a part of the first bot");
        await _world.Client.Hook("revoke", new { bot = _pool[0].Bot });
        await _world.Client.ClearWeather();

        Card card = await _world.AnswerToAsync(message);

        (await Packets.HashesAsync(card.Stream)).ShouldBe(await Packets.HashesAsync(undisturbed.Path));
        byte[] whole = await _world.Bot.Http.GetByteArrayAsync(card.Stream);
        await EmptyCacheAsync();
        (await PlayAsync(card.Stream, whole.Length)).AsSpan().SequenceEqual(whole).ShouldBeTrue();
    }

    /// <summary>Reads a part of the film, takes a bot away whose parts are still to come, and reads on.</summary>
    private async Task<byte[]> PlayAsync(string address, int length)
    {
        byte[] bytes = new byte[length];
        int half = length / 2;
        using HttpResponseMessage response = await _world.Bot.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(bytes.AsMemory(0, half / 2));
        string last = await new Rows(_world).AskAsync(
            "select r.bot_id from replicas r join parts p on p.number = r.part_number join videos v on v.file_id = p.file_id "
            + $"where r.bot_id <> {_pool[0].Bot} order by p.\"index\" desc limit 1");
        await _world.Client.Hook("revoke", new { bot = long.Parse(last) });
        await body.ReadExactlyAsync(bytes.AsMemory(half / 2));
        (await body.ReadAsync(new byte[1])).ShouldBe(0);
        return bytes;
    }

    private async Task EmptyCacheAsync()
    {
        await _world.Bot.KillAsync();
        Directory.Delete(Path.Combine(_world.Data, "cache"), recursive: true);
        await _world.Client.Weather(new { effect = "Slow", down = 300_000 });
        await _world.StartBotAsync([.. _settings, ("Cache__PrefetchSeconds", "1")]);
    }

    private async Task AddBotAsync()
    {
        JsonElement bot = await _world.Client.Hook("bots", new { first_name = $"Storage {_pool.Count + 1}" });
        long id = bot.GetProperty("id").GetInt64();
        JsonElement channel = await _world.Client.Hook("channels", new { title = $"Storage {_pool.Count + 1}", admins = new[] { id } });
        long chat = channel.GetProperty("chat_id").GetInt64();
        _settings.Add(($"Telegram__StorageBots__{_pool.Count}__Token", bot.GetProperty("token").GetString()));
        _settings.Add(($"Telegram__StorageBots__{_pool.Count}__ChatId", $"{chat}"));
        _pool.Add((id, chat));
    }

    private async Task<int> SentByAsync((long Bot, long Chat) pair) =>
        (await _world.Client.Messages(pair.Chat)).Count(message => message.TryGetProperty("document", out _));
}
