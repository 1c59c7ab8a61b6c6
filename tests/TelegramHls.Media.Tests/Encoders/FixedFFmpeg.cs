using System.Collections.Frozen;
using TelegramHls.Media.Processes;

namespace TelegramHls.Media.Tests.Encoders;

/// <summary>A locator that always finds the same ffmpeg; other tests' probes go on with theirs.</summary>
internal sealed class FixedFFmpeg(string path) : IFFmpegLocator
{
    public Task<FFmpegTools> FindAsync(CancellationToken cancellationToken) =>
        Task.FromResult<FFmpegTools>(new FFmpegTools.Found(path, path, "stand-in", FrozenSet<string>.Empty, FrozenSet<string>.Empty));
}
