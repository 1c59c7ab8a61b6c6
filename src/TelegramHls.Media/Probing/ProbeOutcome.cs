namespace TelegramHls.Media.Probing;

/// <summary>What a probe came to.</summary>
public abstract record ProbeOutcome
{
    private ProbeOutcome()
    {
    }

    /// <summary>Calls the one function that fits this outcome.</summary>
    public T Match<T>(Func<Probed, T> probed, Func<Unreadable, T> unreadable) => this switch
    {
        Probed outcome => probed(outcome),
        Unreadable outcome => unreadable(outcome),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The file can be read.</summary>
    public sealed record Probed(MediaFacts Facts) : ProbeOutcome;

    /// <summary>The file holds nothing that can be played.</summary>
    /// <param name="Reason">A sentence for the person who sent it.</param>
    public sealed record Unreadable(string Reason) : ProbeOutcome;
}
