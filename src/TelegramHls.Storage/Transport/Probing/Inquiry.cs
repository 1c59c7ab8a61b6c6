namespace TelegramHls.Storage.Transport.Probing;

/// <summary>What a question to Telegram came to.</summary>
/// <typeparam name="T">What a good answer tells.</typeparam>
public abstract record Inquiry<T>
{
    private Inquiry()
    {
    }

    /// <summary>Calls the one function that fits this outcome.</summary>
    public TResult Match<TResult>(
        Func<Answered, TResult> answered, Func<Refused, TResult> refused, Func<Silent, TResult> silent) => this switch
        {
            Answered outcome => answered(outcome),
            Refused outcome => refused(outcome),
            Silent outcome => silent(outcome),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Telegram told it.</summary>
    public sealed record Answered(T Value) : Inquiry<T>;

    /// <summary>Telegram answered that it does not tell, in its words.</summary>
    public sealed record Refused(string Reason) : Inquiry<T>;

    /// <summary>There was no answer to use; the reason is ours.</summary>
    public sealed record Silent(string Reason) : Inquiry<T>;
}
