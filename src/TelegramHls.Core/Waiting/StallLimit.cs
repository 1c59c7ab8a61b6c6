namespace TelegramHls.Core.Waiting;

/// <summary>How long bytes may be waited for that somebody else has to bring.</summary>
/// <param name="After">What takes longer has stalled.</param>
public sealed record StallLimit(TimeSpan After)
{
    /// <summary>The span in words, as in <c>5 min</c>.</summary>
    public string InWords => After >= TimeSpan.FromMinutes(1)
        ? FormattableString.Invariant($"{After.TotalMinutes:0.#} min")
        : FormattableString.Invariant($"{After.TotalSeconds:0.#} s");
}
