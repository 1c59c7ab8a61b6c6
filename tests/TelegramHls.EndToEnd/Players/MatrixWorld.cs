using TelegramHls.EndToEnd.Playback;

namespace TelegramHls.EndToEnd.Players;

/// <summary>One running program that has each film of the matrix once, and all players.</summary>
public sealed class MatrixWorld : IAsyncLifetime
{
    private readonly Chromium _chromium = new();
    private readonly Dictionary<string, Card> _cards = new(StringComparer.Ordinal);
    private World _world = null!;
    private Dictionary<string, IPlayer> _players = [];

    internal IPlayer Player(string name) => _players[name];

    internal async Task<Card> CardAsync(string film)
    {
        if (!_cards.TryGetValue(film, out Card? card))
        {
            int message = await _world.SendAsync(await MatrixFilm.All[film].MakeAsync());
            _cards[film] = card = await _world.AnswerToAsync(message);
            card.Links.Keys.ShouldContain("Stream", card.Text);
        }

        return card;
    }

    public async Task InitializeAsync()
    {
        await _chromium.InitializeAsync();
        _players = new(StringComparer.Ordinal)
        {
            ["ffmpeg"] = new FFmpegPlayer(), ["mpv"] = new MpvPlayer(), ["VLC"] = new VlcPlayer(), ["GStreamer"] = new GStreamerPlayer(),
            ["Chromium"] = new ChromiumPlayer(_chromium), ["Firefox"] = new FirefoxPlayer(),
        };
        _world = await World.CreateAsync();
        await _world.StartBotAsync(("Storage__PartSize", "131072"));
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _chromium.DisposeAsync();
    }
}
