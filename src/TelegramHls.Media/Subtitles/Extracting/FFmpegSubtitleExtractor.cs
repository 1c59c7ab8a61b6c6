using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Subtitles.Extracting;

/// <summary>Lets ffmpeg copy subtitles into files; what it writes is read once by us before it counts.</summary>
internal sealed class FFmpegSubtitleExtractor(IFFmpegLocator locator, ILogger<FFmpegSubtitleExtractor> logger) : ISubtitleExtractor
{
    public async Task<ImmutableArray<ExtractedSubtitle>> ExtractAsync(
        string source, ImmutableArray<PlannedSubtitle> tracks, string folder, CancellationToken cancellationToken)
    {
        string ffmpeg = (await locator.FindAsync(cancellationToken)).Match(
            found => found.FFmpegPath, missing => throw new InvalidOperationException(missing.Reason));
        using SafeSource link = SafeSource.Link(source);
        (PlannedSubtitle Track, string Path)[] outputs =
            [.. tracks.Select(track => (track, Path.Combine(folder, $"{track.SourceIndex}.{track.Format.Extension()}")))];
        string? fault = await RunAsync(ffmpeg, ExtractArguments.Of(link.Path, outputs), cancellationToken);
        var extracted = ImmutableArray.CreateBuilder<ExtractedSubtitle>(outputs.Length);
        foreach ((PlannedSubtitle Track, string Path) output in outputs)
        {
            // One track that cannot be written keeps ffmpeg from writing any.
            string? own = fault is null || outputs.Length == 1
                ? fault
                : await RunAsync(ffmpeg, ExtractArguments.Of(link.Path, [output]), cancellationToken);
            own = await LookAsync(output.Track, output.Path, cancellationToken) ? null : own ?? "There is nothing in it.";
            if (own is not null)
                Log.Unreadable(logger, output.Track.SourceIndex, output.Track.Codec, own);

            extracted.Add(new ExtractedSubtitle(output.Track, own is null ? output.Path : null));
        }

        return extracted.MoveToImmutable();
    }

    // A film that is cut off makes ffmpeg complain; the subtitles up to there are good.
    private static async Task<bool> LookAsync(PlannedSubtitle track, string path, CancellationToken cancellationToken)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            return false;

        return !track.Format.IsText()
            || !SubtitleDocument.Read(await File.ReadAllBytesAsync(path, cancellationToken), track.Format, track.Language).IsEmpty;
    }

    /// <summary>Null when all went well, else what ffmpeg said.</summary>
    private static async Task<string?> RunAsync(string ffmpeg, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var log = new LogTail();
        await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, arguments, log.Add);
        process.GiveWay();
        await using CancellationTokenRegistration stop = cancellationToken.Register(process.Kill);
        int exitCode = await process.WaitAsync(cancellationToken);
        return exitCode == 0 ? null : log.ToString();
    }
}
