using TelegramHls.EndToEnd.Playback;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Players;

/// <summary>Every film in every player: it plays, goes where it is told, and says the right things of the film.</summary>
public sealed class MatrixTests(MatrixWorld world) : IClassFixture<MatrixWorld>
{
    private const double Picture = 1.0 / ClockFilms.Rate;

    // HLS shows the half second that each stored film begins with; players count it or take it away.
    private const double HlsLead = 0.5;

    private static readonly (string Player, bool OverHls)[] Links =
    [
        ("ffmpeg", false), ("ffmpeg", true), ("Chromium", false), ("Chromium", true), ("Firefox", false), ("Firefox", true),
        ("VLC", false), ("VLC", true), ("mpv", false), ("GStreamer", false), ("GStreamer", true),
    ];

    public static TheoryData<string, string, bool> Everything
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach ((string name, MatrixFilm film) in MatrixFilm.All)
            {
                foreach ((string player, bool overHls) in Links.Where(link => film.InBrowsers || link.Player is not ("Chromium" or "Firefox")))
                {
                    data.Add(name, player, overHls);
                }
            }

            return data;
        }
    }

    [Theory]
    [InlineData("negative-start", "ffmpeg", false)]
    [InlineData("variable-rate", "Chromium", true)]
    public Task Film_InAPlayer_GoesWhereItIsTold(string film, string player, bool overHls) => CheckAsync(film, player, overHls);

    [Theory]
    [Trait("Category", "Soak")]
    [MemberData(nameof(Everything))]
    public Task Film_InEveryPlayer_GoesWhereItIsTold(string film, string player, bool overHls) => CheckAsync(film, player, overHls);

    [Theory]
    [Trait("Category", "Soak")]
    [InlineData("two-languages")]
    [InlineData("hevc-ac3")]
    [InlineData("av1-opus")]
    [InlineData("vp9-opus")]
    [InlineData("transport-stream")]
    [InlineData("groups-of-20-s")]
    [InlineData("variable-rate")]
    [InlineData("late-start")]
    [InlineData("negative-start")]
    [InlineData("cut-off")]
    public async Task Film_Copied_ShowsThePicturesOfItsSourceAtTheirTimes(string film)
    {
        Card card = await world.CardAsync(film);

        string[] source = await Decoded.PicturesAsync(await MatrixFilm.All[film].MakeAsync());

        (await Decoded.PicturesAsync(card.Stream)).ShouldBe(source);
        (await Decoded.PicturesAsync(card.Hls)).ShouldBe(source);
    }

    private async Task CheckAsync(string name, string player, bool overHls)
    {
        MatrixFilm film = MatrixFilm.All[name];
        Card card = await world.CardAsync(name);
        double target = Math.Floor(film.Seconds * 0.8);

        Sight sight = await world.Player(player).SeekAsync(card, overHls, target);

        double shown = sight.Picture * Picture;
        double said = sight.Time ?? target;
        double lead = overHls ? HlsLead : 0;
        // Who says where he is is held to it; others may begin with a picture of the second before, or the first after.
        double slack = sight.Time is null ? 1 : 3 * Picture;
        shown.ShouldBeInRange(said - lead - slack, said + slack, $"{sight}");
        sight.Width.ShouldBeOneOf(null, ClockFilms.Width);
        sight.Height.ShouldBeOneOf(null, ClockFilms.Height);
        if (sight.Duration is { } duration && name != "cut-off")
        {
            duration.ShouldBeInRange(film.Seconds - Picture, film.Seconds + Picture + lead, $"{sight}");
        }

        if (sight.Languages is { } languages)
        {
            Known(languages).ShouldBe(Known(film.Languages));
        }
    }

    // Players say it in two letters or three, and some nothing where nothing is known.
    private static string Known(string languages) => string.Join(' ', languages.Split(' ')
        .Select(word => word switch { "en" => "eng", "ru" => "rus", _ => word }).Where(word => word is "eng" or "rus"));
}
