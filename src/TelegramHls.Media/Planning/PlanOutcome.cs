namespace TelegramHls.Media.Planning;

/// <summary>What planning came to.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome()
    {
    }

    /// <summary>Calls the one function that fits this outcome.</summary>
    public T Match<T>(Func<Planned, T> planned, Func<Refused, T> refused) => this switch
    {
        Planned outcome => planned(outcome),
        Refused outcome => refused(outcome),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The film can be packaged like this.</summary>
    public sealed record Planned(PackagePlan Plan) : PlanOutcome;

    /// <summary>The film cannot be packaged.</summary>
    /// <param name="Reason">A sentence for the person who sent it.</param>
    public sealed record Refused(string Reason) : PlanOutcome;
}
