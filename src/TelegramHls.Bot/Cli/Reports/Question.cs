using TelegramHls.Bot.Cli.Errands;

namespace TelegramHls.Bot.Cli.Reports;

/// <summary>Asks on the terminal before something is done that cannot be undone.</summary>
internal static class Question
{
    /// <summary>Returns when it is answered with yes.</summary>
    /// <param name="lines">What it is about.</param>
    /// <param name="text">Ends with a question mark.</param>
    /// <exception cref="ErrandException">It was not, or nobody is there to be asked.</exception>
    public static void Ask(IReadOnlyList<string> lines, string text)
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
        {
            throw new ErrandException(new Explanation(
                ExitCode.WrongUsage, "nobody can be asked", "This does not run on a terminal.", "repeat it with --yes"));
        }

        foreach (string line in lines)
        {
            Console.Error.WriteLine(Columns.Plain(line));
        }

        Console.Error.Write($"{text} [y/N] ");
        if (Console.In.ReadLine()?.Trim() is not ("y" or "Y" or "yes" or "Yes"))
        {
            throw ErrandException.Of("nothing was done", "The answer was not yes.", "repeat it and answer y, or give --yes");
        }
    }
}
