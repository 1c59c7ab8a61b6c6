namespace TelegramHls.Media.Previews;

/// <summary>What making previews came to.</summary>
public abstract record PreviewOutcome
{
    private PreviewOutcome()
    {
    }

    /// <summary>Calls the one function that fits this outcome.</summary>
    public T Match<T>(Func<Made, T> made, Func<NotMade, T> notMade) => this switch
    {
        Made outcome => made(outcome),
        NotMade outcome => notMade(outcome),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>They are there.</summary>
    /// <param name="Sheets">The pictures.</param>
    public sealed record Made(PreviewSheets Sheets) : PreviewOutcome;

    /// <summary>There are none.</summary>
    /// <param name="Reason">Why, in a sentence for the operator.</param>
    public sealed record NotMade(string Reason) : PreviewOutcome;
}
