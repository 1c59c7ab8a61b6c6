using System.Globalization;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Planning;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Packaging;

public sealed class FFmpegPackagerTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Sources.All), MemberType = typeof(Sources))]
    public async Task PackageAsync_AnySource_TilesTheFileWithFragments(string name)
    {
        FileSink packaged = await FileSink.PackageAsync(await Sources.MakeAsync(name), _folder.File("stored.mp4"));

        long end = packaged.Header!.Length;
        packaged.Marks[0].ShouldBe(end);
        foreach ((Fragment fragment, long mark) in packaged.Fragments.Zip(packaged.Marks.Skip(1)))
        {
            fragment.Offset.ShouldBe(end);
            end += fragment.Length;
            mark.ShouldBe(end);
        }

        new FileInfo(packaged.Path).Length.ShouldBe(end);
        foreach (PackagedTrack track in packaged.Header.Tracks)
        {
            Fragment first = packaged.Fragments.First(fragment => fragment.Track == track.Number);
            (first.DecodeTime / (double)track.Timescale).ShouldBeInRange(0, 10);
            first.StartsWithSync.ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Sources.Copied), MemberType = typeof(Sources))]
    public async Task PackageAsync_CopiedSource_KeepsEveryPacket(string name)
    {
        string source = await Sources.MakeAsync(name);

        FileSink packaged = await FileSink.PackageAsync(source, _folder.File("stored.mp4"));

        // What ffprobe counts in the packaged file is what the sample tables say, and what the source has.
        for (int i = 0; i < packaged.Header!.Tracks.Length; i++)
        {
            PackagedTrack track = packaged.Header.Tracks[i];
            if (track.Plan.Action == TrackAction.Encode)
            {
                packaged.Header.Tracks.ShouldContain(kept => kept.Plan.Beside == track.Plan.Id);
                continue;
            }

            uint[] sizes = [.. packaged.Fragments.Where(fragment => fragment.Track == track.Number)
                .SelectMany(fragment => fragment.Runs).SelectMany(run => run.Samples).Select(sample => sample.Size)];
            uint[] probed = await Packets.SizesAsync(packaged.Path, i);
            sizes.ShouldBe(probed);
            probed.Length.ShouldBe((await Packets.SizesAsync(source, track.Plan.SourceIndex)).Length);
        }
    }

    [Fact]
    public async Task PackageAsync_FileCutOff_TellsInItsTableHowMuchIsThere()
    {
        byte[] whole = await File.ReadAllBytesAsync(await OddFilms.IndexInFront());
        string cut = _folder.File("cut.mp4");
        await File.WriteAllBytesAsync(cut, whole[..(whole.Length / 2)]);

        IndexedFilm film = await IndexedFilm.MakeAsync(cut, _folder);

        string report = await Command.RunAsync("ffprobe", "-v", "quiet", "-show_entries", "packet=pts_time", "-of", "csv=p=0", cut);
        double last = report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Max(time => double.Parse(time.TrimEnd(','), CultureInfo.InvariantCulture));
        film.Table().Duration.TotalSeconds.ShouldBe(last, 0.2);
        // What is half there at the cut is left out: every packet can be decoded.
        await Command.RunAsync("ffmpeg", "-v", "error", "-xerror", "-i", film.Stored.Path, "-f", "null", "-");
        (await MediaKit.PlanAsync(cut)).Promised.ShouldBe(TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task PackageAsync_Twice_WritesTheSameBytes()
    {
        string source = await Films.TwoLanguages(12);

        FileSink first = await FileSink.PackageAsync(source, _folder.File("1.mp4"));
        FileSink second = await FileSink.PackageAsync(source, _folder.File("2.mp4"));

        string sums = await Command.RunAsync("sha256sum", first.Path, second.Path);
        sums.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..64]).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PackageAsync_Codecs_AreNamedFromTheirRecords()
    {
        // Hand-made from the encoders' settings; ffprobe's profile and level agree.
        var expected = new Dictionary<string, string[]>
        {
            ["two-languages"] = ["avc1.64001E", "mp4a.40.2", "mp4a.40.2"],
            ["hevc"] = ["hvc1.1.6.L60.90", "mp4a.40.2"],
            ["av1"] = ["av01.0.00M.08", "mp4a.40.2", "opus"],
            ["vp9"] = ["vp09.00.11.08", "mp4a.40.2", "opus"],
            ["variable"] = ["avc1.64000C", "mp4a.40.2", "fLaC"],
            ["ac3"] = ["avc1.64000C", "mp4a.40.2", "ac-3"],
            ["surround"] = ["avc1.64000C", "mp4a.40.2", "mp4a.40.2", "mp4a.40.2", "ec-3"],
        };
        foreach ((string name, string[] codecs) in expected)
        {
            FileSink packaged = await FileSink.PackageAsync(await Sources.MakeAsync(name), _folder.File(name + ".mp4"));

            packaged.Header!.Tracks.Select(track => track.Codecs).ShouldBe(codecs, name);
        }
    }

    [Fact]
    public async Task PackageAsync_Progress_ReachesTheEnd()
    {
        string source = await Films.TwoLanguages(12);
        PackagePlan plan = await MediaKit.PlanAsync(source);
        var seen = new Reports();
        using var sink = new FileSink(_folder.File("stored.mp4"));

        await MediaKit.Packager.PackageAsync(plan, source, sink, seen, CancellationToken.None);

        seen.All[^1].Fraction!.Value.ShouldBe(1, 0.02);
    }

    [Fact]
    public async Task PackageAsync_Cancelled_KillsFFmpegAndLeavesNothing()
    {
        string source = await OwnSourceAsync();
        PackagePlan plan = await MediaKit.PlanAsync(source);
        using var cancelled = new CancellationTokenSource();
        var sink = new StuckSink(source, async (_, token) =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });

        await Should.ThrowAsync<OperationCanceledException>(
            () => MediaKit.Packager.PackageAsync(plan, source, sink, null, cancelled.Token).WaitAsync(TimeSpan.FromSeconds(4)));

        Directory.Exists($"/proc/{sink.Child}").ShouldBeFalse();
        Directory.Exists(Path.GetDirectoryName(sink.Link)).ShouldBeFalse();
    }

    [Fact]
    public async Task PackageAsync_FFmpegKilledFromOutside_Fails()
    {
        string source = await OwnSourceAsync();
        PackagePlan plan = await MediaKit.PlanAsync(source);
        var sink = new StuckSink(source, (id, _) => Command.RunAsync("kill", "-9", $"{id}"));

        await Should.ThrowAsync<PackagingException>(
            () => MediaKit.Packager.PackageAsync(plan, source, sink, null, CancellationToken.None));
    }

    // Larger than the pipe, so that ffmpeg is still at work when something happens to it.
    private async Task<string> OwnSourceAsync()
    {
        string source = _folder.File("own.mp4");
        File.Copy(await Films.TwoLanguages(), source);
        return source;
    }

    [Fact]
    public async Task PackageAsync_SourceThatIsNone_SaysSoWithTheLog()
    {
        PackagePlan plan = await MediaKit.PlanAsync(await OddFilms.PictureOnly());
        string letter = _folder.File("letter.mp4");
        await File.WriteAllTextAsync(letter, "no film");
        using var sink = new FileSink(_folder.File("stored.mp4"));

        PackagingException fault = await Should.ThrowAsync<PackagingException>(
            () => MediaKit.Packager.PackageAsync(plan, letter, sink, null, CancellationToken.None));

        fault.Message.ShouldStartWith("The film could not be packaged");
        fault.LogTail.ShouldContain("Invalid data found");
    }

    private sealed class Reports : IProgress<PackagingProgress>
    {
        public List<PackagingProgress> All { get; } = [];

        public void Report(PackagingProgress value) => All.Add(value);
    }
}
