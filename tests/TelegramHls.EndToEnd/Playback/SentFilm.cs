using System.Text.Json;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>A world in which a film of two languages was sent and came back as links.</summary>
public sealed class SentFilm : IAsyncDisposable
{
    private SentFilm(World world, string source, Card card, byte[] whole)
    {
        World = world;
        Source = source;
        Card = card;
        Whole = whole;
    }

    public World World { get; }

    /// <summary>Path of the film that was sent.</summary>
    public string Source { get; }

    public Card Card { get; }

    /// <summary>What the stream link gives without a range.</summary>
    public byte[] Whole { get; }

    public HttpClient Http => World.Bot.Http;

    public static async Task<SentFilm> CreateAsync(bool local, string kind)
    {
        World world = await World.StartAsync(local);
        string source = await Films.TwoLanguages();
        Card card = await world.AnswerToAsync(await world.SendAsync(source, kind));

        // Its original is kept after the answer.
        await new Rows(world).UntilIdleAsync();
        return new SentFilm(world, source, card, await world.Bot.Http.GetByteArrayAsync(card.Stream));
    }

    /// <summary>The address of a playlist of one track: v0, a0, a1.</summary>
    public string Playlist(string track) => Card.Hls.Replace("master", track, StringComparison.Ordinal);

    /// <summary>A row of the program's database, fields joined by <c>|</c>.</summary>
    public async Task<string> QueryAsync(string sql) => (await Command.RunAsync(
        "sqlite3", "-readonly", Path.Combine(World.Data, "telegramhls.db"), sql)).Trim();

    /// <summary>The names of all documents in the storage channels, in order, each with where it lies.</summary>
    public async Task<SortedDictionary<string, (long Chat, int Message)>> DocumentsAsync()
    {
        var documents = new SortedDictionary<string, (long, int)>(StringComparer.Ordinal);
        foreach (long channel in World.Channels)
        {
            foreach (JsonElement message in await World.Client.Messages(channel))
            {
                if (message.TryGetProperty("document", out JsonElement document))
                {
                    documents.Add(
                        document.GetProperty("file_name").GetString()!, (channel, message.GetProperty("message_id").GetInt32()));
                }
            }
        }

        return documents;
    }

    /// <summary>The parts of the film's stored file as they lie in the channels, in the order of their names.</summary>
    public async Task<IReadOnlyList<byte[]>> PartsAsync()
    {
        string file = await QueryAsync(
            $"select file_id from videos join share_links on video_id = videos.id where key = '{Card.Key}'");
        var parts = new List<byte[]>();
        foreach ((string name, (long chat, int message)) in await DocumentsAsync())
        {
            if (name.Split('.')[1] == file)
            {
                using var bytes = new MemoryStream();
                await using Stream content = await World.Client.File(chat, message);
                await content.CopyToAsync(bytes);
                parts.Add(bytes.ToArray());
            }
        }

        return parts;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
