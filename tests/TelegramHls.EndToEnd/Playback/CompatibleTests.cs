using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>A film in HEVC of 10 bits where everything is to play everywhere: beside it stands a version in H.264.</summary>
public sealed class CompatibleTests(Chromium chromium) : OneWorld, IClassFixture<Chromium>
{
    private const string OneFrame = "0.04";

    private static readonly (string, string?)[] Everywhere = [("Media__Compatibility", "everywhere"), ("Storage__PartSize", "65536")];

    [Fact]
    public async Task Hevc_Everywhere_PlaysInH264AsWellAndIsDeletedWithIt()
    {
        // In the middle of the second version hardware fails, and then the program is killed.
        using var programs = new TempDirectory();
        await new StandInFFmpeg { Works = "h264_nvenc", EncodingBreaksAfter = 150_000 }.MakeAsync(programs);
        (string, string?)[] settings = [.. Everywhere, ("Media__FFmpegDirectory", programs.Path)];
        await World.StartBotAsync([.. settings, ("TELEGRAMHLS_FAULTS", "ingest.compatible.part=kill*6")]);
        int message = await World.SendAsync(await FilmAsync());
        (await World.Bot.WaitForExitAsync(TimeSpan.FromSeconds(60))).ShouldBe(137);
        await World.StartBotAsync(settings);

        Card card = await World.AnswerToAsync(message);

        card.Text.ShouldContain("\nA second version in H.264 plays everywhere.");
        card.Text.ShouldContain("\nHardware (NVENC) failed over this film, so its picture was encoded in software.");
        card.Text.ShouldNotContain("HEVC:");
        (await StandInFFmpeg.RunsAsync(programs)).Count(run => run.EndsWith("film", StringComparison.Ordinal)).ShouldBe(2);
        await Rows.UntilIdleAsync();
        (await Rows.AskAsync("select count(*) from (select file_id from parts group by file_id having count(*) <> max(\"index\") + 1)")).ShouldBe("0");
        (await Rows.AskAsync("select picture from packagings order by picture")).ShouldBe("copy\nlibx264");
        await LinksShouldHoldBothAsync(card);
        await MasterShouldOfferBothAsync(card);
        await BrowserShouldPlayAsync(card);
        await World.Client.Tap(World.Chat, card.Id, card.Taps["Details"]);
        (await World.CardOfAsync(message, shown => shown.Text.Contains("Name for /delete", StringComparison.Ordinal))).Text
            .ShouldContain($"\nH.264 {Second(card)}\n");

        await World.Client.Tap(World.Chat, card.Id, card.Taps["Delete"]);
        Card question = await World.CardOfAsync(message, shown => shown.Taps.ContainsKey("Yes, delete"));
        await World.Client.Tap(World.Chat, card.Id, question.Taps["Yes, delete"]);
        await Traces.ShouldVanishInTimeAsync(World);
    }

    [Fact]
    public async Task Film_WithoutASecondVersion_IsPublishedAlone()
    {
        using var programs = new TempDirectory();
        await new StandInFFmpeg { HasSoftware = false }.MakeAsync(programs);
        await World.StartBotAsync([.. Everywhere, ("Media__FFmpegDirectory", programs.Path)]);

        // It plays everywhere as it is.
        Card asItIs = await World.AnswerToAsync(await World.SendAsync(await Films.TwoLanguages(6)));
        asItIs.Text.ShouldNotContain("second version");
        await ShouldBeAloneAsync(asItIs);

        // It could not be made.
        Card failed = await World.AnswerToAsync(await World.SendAsync(await FilmAsync()));
        failed.Text.ShouldContain("\nHEVC: Chrome, Edge and Firefox play it only on devices with a decoder for it."
            + "\nA second version that plays everywhere could not be made.");
        await ShouldBeAloneAsync(failed);
        (await Rows.AskAsync("select count(*) from job_events where step = 'compatible' and message like 'No second version: %'")).ShouldBe("1");
        (await Rows.AskAsync("select count(*) from companions where name like 'compatible%'")).ShouldBe("0");
    }

    private static async Task ShouldBeAloneAsync(Card card)
    {
        using var client = new HttpClient();
        (await client.GetAsync(card.Stream)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(Second(card))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync($"{card.Stream}?rendition=other")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(card.Hls.Replace("master", "v1", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync(card.Hls)).ShouldNotContain("v1.m3u8");
    }

    private static async Task LinksShouldHoldBothAsync(Card card)
    {
        (await ProbeAsync(card.Stream)).ShouldBe("hevc,320,180,yuv420p10le,100|aac|aac");
        (await ProbeAsync(Second(card))).ShouldBe("h264,320,180,yuv420p,100|aac|aac");
        double[] plays = [await DurationAsync(card.Stream), await DurationAsync(Second(card))];
        plays[1].ShouldBe(plays[0], double.Parse(OneFrame, CultureInfo.InvariantCulture));
        (await Command.RunAsync("ffmpeg", "-v", "error", "-xerror", "-i", Second(card), "-f", "null", "-")).ShouldBeEmpty();
    }

    private static async Task MasterShouldOfferBothAsync(Card card)
    {
        using var client = new HttpClient();
        string[] streams = [.. (await client.GetStringAsync(card.Hls)).Split('\n').SkipWhile(line => !line.StartsWith("#EXT-X-STREAM-INF", StringComparison.Ordinal))];
        streams.Length.ShouldBe(5);
        streams[0].ShouldContain("CODECS=\"hvc1.2.4.L60.90,mp4a.40.2\",RESOLUTION=320x180,FRAME-RATE=25.000,VIDEO-RANGE=SDR,AUDIO=\"aac\"");
        streams[2].ShouldMatch("CODECS=\"avc1\\.6400..,mp4a\\.40\\.2\",RESOLUTION=320x180,FRAME-RATE=25\\.000,VIDEO-RANGE=SDR,AUDIO=\"aac\"");
        (streams[1][..8], streams[3][..8]).ShouldBe(("v0.m3u8?", "v1.m3u8?"));
        double[] lengths = [await LengthAsync(client, card, streams[1]), await LengthAsync(client, card, streams[3])];
        lengths[1].ShouldBe(lengths[0], double.Parse(OneFrame, CultureInfo.InvariantCulture));

        // Both are played to the same sound, so their first pictures stand at the same moment.
        (await FirstPictureAsync(card, streams[3])).ShouldBe(await FirstPictureAsync(card, streams[1]));
    }

    private static async Task<double> LengthAsync(HttpClient client, Card card, string list)
    {
        string text = await client.GetStringAsync(card.Hls.Replace("master.m3u8", list, StringComparison.Ordinal));
        text.ShouldContain("#EXT-X-TARGETDURATION:20\n");
        return Regex.Matches(text, "#EXTINF:([0-9.]+)", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Sum(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    private static Task<string> FirstPictureAsync(Card card, string list) => Command.RunAsync(
        "ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "frame=pts_time", "-read_intervals", "%+#1", "-of", "csv=p=0",
        card.Hls.Replace("master.m3u8", list, StringComparison.Ordinal));

    // This Chromium has no decoder for HEVC.
    private async Task BrowserShouldPlayAsync(Card card)
    {
        (IPage page, List<string> complaints) = await chromium.OpenAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(card.Watch);
        await page.PlayAsync();
        await page.SeekAsync(0.5);
        (await page.GetByRole(AriaRole.Link, new() { Name = "H.264" }).GetAttributeAsync("href"))
            .ShouldBe(new Uri(Second(card)).PathAndQuery);
        (await page.EvaluateAsync<int>("() => document.querySelector('video').videoWidth")).ShouldBe(320);
        asked.ShouldContain(url => url.Contains("/v1/", StringComparison.Ordinal));
        asked.ShouldNotContain(url => url.Contains("/v0/", StringComparison.Ordinal));
        complaints.ShouldBeEmpty();

        await page.GotoAsync(Second(card));
        await page.PlayAsync();
        await page.SeekAsync(0.5);
        (await page.EvaluateAsync<int>("() => document.querySelector('video').videoWidth")).ShouldBe(320);
        await page.CloseAsync();
    }

    private static string Second(Card card) => $"{card.Stream}?rendition=compatible";

    private static async Task<string> ProbeAsync(string address) => (await Command.RunAsync(
        "ffprobe", "-v", "error", "-count_packets", "-show_entries", "stream=codec_name,width,height,pix_fmt,nb_read_packets", "-of", "csv=p=0", address))
        .Trim().Replace('\n', '|') is var told
        ? Regex.Replace(told, @"aac,\d+", "aac", RegexOptions.None, TimeSpan.FromSeconds(1))
        : string.Empty;

    private static async Task<double> DurationAsync(string address) => double.Parse(
        await Command.RunAsync("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", address), CultureInfo.InvariantCulture);

    private static Task<string> FilmAsync() => Films.Make(
        "hevc-10-bit-4.mkv",
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=4,noise=alls=12:allf=t",
        "-f", "lavfi", "-i", "sine=f=440:r=48000:d=4",
        "-f", "lavfi", "-i", "sine=f=660:r=48000:d=4",
        "-map", "0", "-map", "1", "-map", "2",
        "-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le", "-x265-params", "log-level=none:keyint=50", "-c:a", "aac");
}
