using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Replicas;

/// <summary>What became of making a replica.</summary>
public abstract record CopyOutcome
{
    private CopyOutcome()
    {
    }

    /// <summary>Calls the one function that fits this outcome.</summary>
    public T Match<T>(Func<Made, T> made, Func<Later, T> later, Func<Impossible, T> impossible) => this switch
    {
        Made outcome => made(outcome),
        Later outcome => later(outcome),
        Impossible outcome => impossible(outcome),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>It stands in the channel and is committed.</summary>
    public sealed record Made(Replica Replica) : CopyOutcome;

    /// <summary>Not at present: told to wait, no answer, or the part was changed meanwhile.</summary>
    public sealed record Later(string Reason) : CopyOutcome;

    /// <summary>No bot of the pool can, as things are.</summary>
    public sealed record Impossible(string Reason) : CopyOutcome;
}
