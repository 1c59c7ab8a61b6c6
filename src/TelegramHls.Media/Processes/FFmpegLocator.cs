using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xabe.FFmpeg;

namespace TelegramHls.Media.Processes;

/// <summary>Finds both programs by path and asks ffmpeg for its version.</summary>
internal sealed class FFmpegLocator(IOptions<MediaOptions> options, ILogger<FFmpegLocator> logger) : IFFmpegLocator, IDisposable
{
    private const string FFprobe = "ffprobe";

    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile FFmpegTools.Found? _found;

    public async Task<FFmpegTools> FindAsync(CancellationToken cancellationToken)
    {
        if (Known() is { } known)
        {
            return known;
        }

        // Several ask at the start of the program: one looks, the others wait for it.
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return Known() ?? await LookAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private FFmpegTools.Found? Known() =>
        _found is { } known && File.Exists(known.FFmpegPath) && File.Exists(known.FFprobePath) ? known : null;

    private async Task<FFmpegTools> LookAsync(CancellationToken cancellationToken)
    {
        FFmpegTools tools = await SearchAsync(cancellationToken);
        if (tools is FFmpegTools.Found found)
        {
            // ffprobe runs through Xabe, which keeps the folder in a static field. It takes no script for an ffmpeg, so it is not shown ours.
            FFmpeg.SetExecutablesPath(Path.GetDirectoryName(Real(found.FFprobePath)), FFprobe, FFprobe);
            _found = found;
            Log.Found(logger, found.FFmpegPath, found.Version);
        }

        return tools;
    }

    /// <summary>The file behind a link, which may go before the program does.</summary>
    private static string Real(string path) =>
        File.ResolveLinkTarget(path, returnFinalTarget: true) is { Name: FFprobe } target ? target.FullName : path;

    private async Task<FFmpegTools> SearchAsync(CancellationToken cancellationToken)
    {
        string? directory = options.Value.FFmpegDirectory;
        string[] folders = string.IsNullOrEmpty(directory)
            ? (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            : [directory];
        string? folder = folders.FirstOrDefault(folder =>
            folder.Length > 0 && File.Exists(Path.Combine(folder, "ffmpeg")) && File.Exists(Path.Combine(folder, FFprobe)));
        if (folder is null)
        {
            return new FFmpegTools.Missing(
                $"ffmpeg and ffprobe were not found in {(string.IsNullOrEmpty(directory) ? "PATH" : directory)}: " +
                "install ffmpeg, or set Media__FFmpegDirectory to the folder that holds both.");
        }

        string ffmpeg = Path.GetFullPath(Path.Combine(folder, "ffmpeg"));
        return await AskAsync(ffmpeg, Path.GetFullPath(Path.Combine(folder, FFprobe)), cancellationToken)
            ?? new FFmpegTools.Missing($"{ffmpeg} does not run: install ffmpeg anew, or set Media__FFmpegDirectory.");
    }

    /// <summary>Null when the program does not run.</summary>
    private static async Task<FFmpegTools?> AskAsync(string ffmpeg, string ffprobe, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AnswerTime);
        try
        {
            string[] about = await RunAsync(ffmpeg, "-version", limit.Token);
            return about.FirstOrDefault()?.Split(' ') is not ["ffmpeg", "version", { Length: > 0 } version, ..] ? null
                : FFmpegVersion.IsTooOld(version)
                    ? new FFmpegTools.Missing(
                        $"{ffmpeg} is version {version}, and {FFmpegVersion.Oldest} is the oldest that will do: install a newer one, "
                        + "or set Media__FFmpegDirectory.")
                : new FFmpegTools.Found(
                    ffmpeg, ffprobe, version, CodecList.Decoders(await RunAsync(ffmpeg, "-codecs", limit.Token)),
                    CodecList.Filters(await RunAsync(ffmpeg, "-filters", limit.Token)));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<string[]> RunAsync(string ffmpeg, string question, CancellationToken cancellationToken)
    {
        await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, [question], static _ => { });
        using var reader = new StreamReader(process.Output);
        string answer = await reader.ReadToEndAsync(cancellationToken);
        return answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
