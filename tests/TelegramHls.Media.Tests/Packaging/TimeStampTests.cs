using System.Collections.Immutable;
using System.Globalization;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Planning;
using TelegramHls.Media.Playlists;
using TelegramHls.Media.Probing;
using TelegramHls.Testing;

namespace TelegramHls.Media.Tests.Packaging;

/// <summary>Films whose clocks begin late, before zero, or jump, and films of long groups of pictures.</summary>
public sealed class TimeStampTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1_000_000, "far.mkv")]
    [InlineData(90_000, "far.ts")]
    [InlineData(-1.5, "before.mov")]
    public async Task PackageAsync_ClockBeginsElsewhere_FilmBeginsAtItsBeginning(double start, string name)
    {
        string source = await OddFilms.StartingAt(start, name);
        MediaFacts facts = await MediaKit.FactsAsync(source);
        IndexedFilm film = await IndexedFilm.MakeAsync(source, _folder);

        // Of what lies before zero a player shows nothing, and neither ffprobe counts it.
        double length = start < 0 ? 3 + start : 3;
        facts.Duration!.Value.TotalSeconds.ShouldBe(length, 0.1);
        film.Table().Duration.TotalSeconds.ShouldBe(length, 0.2);
        film.Stored.Header!.Tracks.Select(track => film.Stored.Fragments.First(fragment => fragment.Track == track.Number).DecodeTime / (double)track.Timescale)
            .ShouldAllBe(first => first >= 0 && first < 10);
        double apart = await Times.OfSoundAsync(film.Hybrid) - (await Times.OfPicturesAsync(film.Hybrid))[0];
        apart.ShouldBe(await Times.OfSoundAsync(source) - (await Times.OfPicturesAsync(source))[0], 0.03);
    }

    [Fact]
    public async Task PackageAsync_ClockJumps_GoesOnWithoutAGap()
    {
        string source = _folder.File("jump.ts");
        await File.WriteAllBytesAsync(source, await OddFilms.JumpingClockAsync());
        PackagePlan plan = await MediaKit.PlanAsync(source);
        IndexedFilm film = await IndexedFilm.MakeAsync(source, _folder);

        plan.Tracks.ShouldAllBe(track => track.Action == TrackAction.Copy);
        plan.Promised.ShouldBeNull();
        film.Table().Duration.TotalSeconds.ShouldBe(24, 0.3);
        string report = await Command.RunAsync("ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "packet=pts_time", "-of", "csv=p=0", film.Hybrid);
        double[] shown = [.. report.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line.TrimEnd(','), CultureInfo.InvariantCulture)).Order()];
        shown.Zip(shown.Skip(1), (one, next) => next - one).ShouldAllBe(apart => apart < 0.3);
    }

    [Fact]
    public async Task Cut_GroupsAsLongAsThePlaylistAllows_AreCopiedAndCutAtTheirKeyFrames()
    {
        string source = await OddFilms.TwentySecondGroups();
        PackagePlan plan = await MediaKit.PlanAsync(source);
        IndexedFilm film = await IndexedFilm.MakeAsync(source, _folder);
        FragmentTable table = film.Table();

        ImmutableArray<TrackSegments> tracks = TrackSegments.Cut(table, table.Length);

        plan.Tracks.ShouldAllBe(track => track.Action == TrackAction.Copy);
        Seconds(tracks[0]).ShouldBe([20, 20, 5]);
        foreach (TrackSegments track in tracks)
        {
            Seconds(track).ShouldAllBe(length => Math.Round(length) <= plan.TargetDuration);
        }
    }

    private static double[] Seconds(TrackSegments track) =>
        [.. track.Segments.Select(segment => segment.Duration / (double)track.Track.Timescale)];
}
