namespace TelegramHls.Jobs;

/// <summary>What comes of the wish to let a job begin again.</summary>
public abstract record JobRetry
{
    private JobRetry()
    {
    }

    /// <summary>Calls the one function that fits.</summary>
    public TResult Match<TResult>(Func<From, TResult> from, Func<Refused, TResult> refused) => this switch
    {
        From start => from(start),
        Refused no => refused(no),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>It begins again.</summary>
    /// <param name="Step">The step at which it does: an earlier one than was wished where what that needs is gone.</param>
    public sealed record From(string Step) : JobRetry;

    /// <summary>It stays as it is.</summary>
    /// <param name="Reason">In words for people, with what helps.</param>
    public sealed record Refused(string Reason) : JobRetry;
}
