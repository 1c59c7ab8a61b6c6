namespace TelegramHls.Bot.Cli.Errands;

/// <summary>An errand cannot be done.</summary>
/// <param name="explanation">Why, and what helps.</param>
internal sealed class ErrandException(Explanation explanation) : Exception(explanation.What)
{
    /// <summary>Why, and what helps.</summary>
    public Explanation Explanation { get; } = explanation;

    /// <summary>One that ends the verb with <see cref="ExitCode.Failed"/>.</summary>
    public static ErrandException Of(string what, string cause, string remedy) => new(new Explanation(ExitCode.Failed, what, cause, remedy));
}
