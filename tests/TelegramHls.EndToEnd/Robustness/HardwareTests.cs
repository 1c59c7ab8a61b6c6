using System.Text.Json;
using TelegramHls.EndToEnd.Cli;
using TelegramHls.EndToEnd.Kit;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Robustness;

/// <summary>Hardware that passes its trial and fails over a film.</summary>
public sealed class HardwareTests : OneWorld
{
    [Fact]
    [Trait("Category", "Soak")]
    public async Task Hardware_FailsInTheMiddleOfAFilm_LeavesItToSoftware()
    {
        using var programs = new TempDirectory();
        await new StandInFFmpeg { Works = "h264_nvenc", DecodingBreaksAfter = 800_000, EncodingBreaksAfter = 1_500_000 }.MakeAsync(programs);
        await World.StartBotAsync(("Media__FFmpegDirectory", programs.Path), ("Storage__PartSize", "131072"));
        string source = await ForeignFilms.Noisy();

        Card card = await World.AnswerToAsync(await World.SendAsync(source));

        card.Text.ShouldContain("\nHardware (NVENC) failed over this film, so its picture was encoded in software.");
        card.Text.ShouldNotContain("failed to decode");
        (await StandInFFmpeg.RunsAsync(programs)).Where(run => run.EndsWith("film", StringComparison.Ordinal))
            .ShouldBe(["h264_nvenc cuda film", "h264_nvenc none film"]);
        (await HistoryAsync())[..2].ShouldBe(
        [
            "NVENC failed (hardware accelerator failed to decode picture); the film begins anew, decoded in software.",
            "NVENC failed (EncodePicture failed!: generic error (20): no details); the film begins anew, encoded in software.",
        ]);

        // The stand-in writes the same bytes with and without its decoder, so parts were dropped once.
        (await Rows.AskAsync("select version from stored_files, videos where videos.file_id = stored_files.id")).ShouldBe("2");
        // What follows is told of the plan by which the film was made.
        (await Rows.AskAsync("select checkpoint like '%encoded in software%' from job_checkpoints where step = 'compatible'")).ShouldBe("1");
        (await PicturesAsync(card.Stream)).ShouldBe(await PicturesAsync(source));
        (await Command.RunAsync("ffmpeg", "-v", "error", "-xerror", "-i", card.Hls, "-f", "null", "-")).ShouldBeEmpty();
        await StatisticsShouldTellAsync();
    }

    private async Task StatisticsShouldTellAsync()
    {
        (await HistoryAsync())[2].ShouldMatch("^12 s of film packaged in .* as fast as it plays, .* MB at .*; picture encoded by libx264 \\(.*×\\)$");
        (await World.AskAsync("/stats")).Text.ShouldContain("\nPictures: 1 encoded by libx264 (");
        Verb run = await Verb.RunAsync(World.Directory, new Dictionary<string, string> { ["Data__Directory"] = "data" }, "db", "stats", "--json");
        run.Code.ShouldBe(0, run.Said);
        JsonElement told = JsonSerializer.Deserialize<JsonElement>(run.Said);
        told.GetProperty("videos").GetProperty("ready").GetInt32().ShouldBe(1);
        JsonElement made = told.GetProperty("pictures").EnumerateArray().ShouldHaveSingleItem();
        (made.GetProperty("made").GetString(), made.GetProperty("films").GetInt32()).ShouldBe(("libx264", 1));
        made.GetProperty("playedSeconds").GetDouble().ShouldBe(12, 0.2);
        $"{made.GetProperty("bytes").GetInt64()}".ShouldBe(await Rows.AskAsync("select length from stored_files, videos where videos.file_id = stored_files.id"));
        told.GetProperty("encodingSpeed").GetDouble().ShouldBe(12 / made.GetProperty("workedSeconds").GetDouble(), 0.2);
    }

    private async Task<string[]> HistoryAsync() =>
        (await Rows.AskAsync("select message from job_events where step = 'store' and kind = 'Note' order by number")).Split('\n');

    private static Task<string> PicturesAsync(string film) => Command.RunAsync(
        "ffprobe", "-v", "error", "-count_packets", "-select_streams", "v", "-show_entries", "stream=nb_read_packets", "-of", "csv=p=0", film);
}
