using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TelegramHls.Media.Probing.Reading;
using TelegramHls.Media.Processes;
using Xabe.FFmpeg;

namespace TelegramHls.Media.Probing;

/// <summary>Asks ffprobe, then lets ffmpeg decode a little.</summary>
internal sealed class FFprobeMediaProbe(IFFmpegLocator locator, TimeProvider clock, ILogger<FFprobeMediaProbe> logger)
    : IMediaProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WorthMeasuring = TimeSpan.FromSeconds(20);

    public async Task<ProbeOutcome> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        FFmpegTools.Found tools = (await locator.FindAsync(cancellationToken)).Match(
            found => found, missing => throw new InvalidOperationException(missing.Reason));
        long size = new FileInfo(path).Length;
        if (size == 0)
        {
            return new ProbeOutcome.Unreadable("the file is empty");
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using SafeSource source = SafeSource.Link(path);
        ProbeOutcome outcome;
        try
        {
            outcome = await ReadAsync(tools, source.Path, size, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            outcome = new ProbeOutcome.Unreadable($"reading it took longer than {Patience.TotalSeconds:0} seconds");
        }

        if (outcome is ProbeOutcome.Unreadable unreadable)
        {
            Log.Unreadable(logger, size, unreadable.Reason);
        }

        return outcome;
    }

    private async Task<ProbeOutcome> ReadAsync(
        FFmpegTools.Found tools, string path, long size, CancellationToken cancellationToken)
    {
        string options = string.Join(' ', SafeSource.InputOptions());
        string json = await Probe.New().Start(
            $"-v quiet -show_error -show_format -show_streams -show_chapters -read_intervals %+#200 "
            + $"-show_entries packet=stream_index,dts_time,pts_time -of json {options} {path}",
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (Facts(json, size, tools.Decoders) is not { } facts)
        {
            return new ProbeOutcome.Unreadable("it is no film or sound file, or it is damaged or cut off");
        }

        StreamFacts? sound = facts.Sounds.FirstOrDefault();
        if ((facts.Films.FirstOrDefault() ?? sound) is not { } tried)
        {
            return new ProbeOutcome.Unreadable("there is neither a picture track nor a sound track in it");
        }

        // What this ffmpeg cannot decode says nothing about the file; planning decides about it.
        string? fault = tried.HasDecoder
            ? await DecodeCheck.RunAsync(tools.FFmpegPath, path, tried, isAlone: sound is null, cancellationToken)
            : null;
        return fault is null
            ? new ProbeOutcome.Probed(await MeasureGroupsAsync(tools, path, facts, cancellationToken))
            : new ProbeOutcome.Unreadable(fault);
    }

    // A short film has no long groups.
    private async Task<MediaFacts> MeasureGroupsAsync(
        FFmpegTools.Found tools, string path, MediaFacts facts, CancellationToken cancellationToken) =>
        facts.Films.FirstOrDefault() is { } film && !(facts.Duration < WorthMeasuring)
            ? facts with
            {
                Streams = facts.Streams.Replace(film, film with
                {
                    LongestGroup = await KeyFrameCheck.RunAsync(tools.FFprobePath, path, film, facts, clock, cancellationToken),
                }),
            }
            : facts;

    private static MediaFacts? Facts(string json, long size, FrozenSet<string> decoders)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("format", out _)
                ? ProbeJson.Read(document.RootElement, size, decoders)
                : null;
        }
        catch (JsonException)
        {
            // ffprobe was killed or crashed over a damaged file; what it wrote so far says nothing.
            return null;
        }
    }
}
