namespace TelegramHls.Bot.Cli;

/// <summary>What went wrong, in the three lines that every verb uses, on standard error.</summary>
/// <param name="Code">The exit code that goes with it.</param>
/// <param name="What">What happened.</param>
/// <param name="Cause">Why.</param>
/// <param name="Remedy">The command or setting that helps.</param>
internal sealed record Explanation(int Code, string What, string Cause, string Remedy)
{
    /// <summary>Writes it; <paramref name="label"/> is <c>warning</c> where the program goes on.</summary>
    public Task WriteAsync(string label = "error") =>
        Console.Error.WriteLineAsync($"{label}: {What}\ncause: {Cause}\ntry: {Remedy}");
}
