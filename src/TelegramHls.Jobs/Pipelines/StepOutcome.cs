using System.Diagnostics.CodeAnalysis;

namespace TelegramHls.Jobs.Pipelines;

/// <summary>How a step ended.</summary>
/// <typeparam name="T">The record that the next step takes.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "The factories read well where the type is the method's result.")]
public abstract record StepOutcome<T>
{
    private StepOutcome()
    {
    }

    /// <summary>The next step takes <paramref name="next"/>.</summary>
    public static StepOutcome<T> Done(T next) => new DoneWith(next);

    /// <summary>The whole job has succeeded; the remaining steps are left out.</summary>
    public static StepOutcome<T> Finished() => new FinishedEarly();

    /// <summary>The job fails for good: another attempt would end the same way.</summary>
    /// <param name="reason">In words for people.</param>
    public static StepOutcome<T> Refused(string reason) => new RefusedFor(reason);

    /// <summary>Calls the one function that fits this outcome.</summary>
    public TResult Match<TResult>(
        Func<DoneWith, TResult> done, Func<FinishedEarly, TResult> finished, Func<RefusedFor, TResult> refused) =>
        this switch
        {
            DoneWith outcome => done(outcome),
            FinishedEarly outcome => finished(outcome),
            RefusedFor outcome => refused(outcome),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>See <see cref="Done"/>.</summary>
    /// <param name="Next">What the next step takes.</param>
    public sealed record DoneWith(T Next) : StepOutcome<T>;

    /// <summary>See <see cref="Finished"/>.</summary>
    public sealed record FinishedEarly : StepOutcome<T>;

    /// <summary>See <see cref="Refused"/>.</summary>
    /// <param name="Reason">In words for people.</param>
    public sealed record RefusedFor(string Reason) : StepOutcome<T>;
}
