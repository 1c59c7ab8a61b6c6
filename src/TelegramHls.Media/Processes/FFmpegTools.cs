using System.Collections.Frozen;

namespace TelegramHls.Media.Processes;

/// <summary>What the search for ffmpeg and ffprobe came to.</summary>
public abstract record FFmpegTools
{
    private FFmpegTools()
    {
    }

    /// <summary>Calls the one function that fits this outcome.</summary>
    public T Match<T>(Func<Found, T> found, Func<Missing, T> missing) => this switch
    {
        Found outcome => found(outcome),
        Missing outcome => missing(outcome),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Both programs were found and ran.</summary>
    /// <param name="FFmpegPath">Absolute path of ffmpeg.</param>
    /// <param name="FFprobePath">Absolute path of ffprobe.</param>
    /// <param name="Version">What ffmpeg calls itself, for example <c>5.1.9-0+deb12u1</c>.</param>
    /// <param name="Decoders">ffmpeg's names of the codecs that it can decode.</param>
    /// <param name="Filters">Its names of the filters that it has.</param>
    public sealed record Found(
        string FFmpegPath, string FFprobePath, string Version, FrozenSet<string> Decoders, FrozenSet<string> Filters) : FFmpegTools
    {
        /// <summary>True when it can bring pictures of a high dynamic range into what every screen shows.</summary>
        public bool CanToneMap => Filters.Contains("zscale") && Filters.Contains("tonemap");
    }

    /// <summary>One of them is missing or does not run.</summary>
    /// <param name="Reason">A sentence for the operator, with what to do.</param>
    public sealed record Missing(string Reason) : FFmpegTools;
}
