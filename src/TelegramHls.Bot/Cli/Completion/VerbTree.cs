using System.CommandLine;

namespace TelegramHls.Bot.Cli.Completion;

/// <summary>A verb with the words that may follow it.</summary>
/// <param name="Path">As typed, from the program's name on.</param>
/// <param name="Verbs">Verbs below it, each with the first line of its help.</param>
/// <param name="Options">Its options and those of the verbs above, each with its help.</param>
internal sealed record VerbTree(string Path, IReadOnlyList<(string Word, string Help)> Verbs, IReadOnlyList<(string Word, string Help)> Options)
{
    private const string Program = "telegramhls";

    /// <summary>The program and every verb below it, the program first.</summary>
    public static IReadOnlyList<VerbTree> Of(Command root) => [.. Walk(root, Program, inherited: [])];

    private static IEnumerable<VerbTree> Walk(Command command, string path, Option[] inherited)
    {
        Option[] options = [.. command.Options.Where(option => !option.Hidden), .. inherited];
        Command[] verbs = [.. command.Subcommands.Where(verb => !verb.Hidden)];
        yield return new VerbTree(
            path,
            [.. verbs.Select(verb => (verb.Name, FirstLine(verb.Description)))],
            [.. options.DistinctBy(option => option.Name).Select(option => (option.Name, FirstLine(option.Description)))]);
        foreach (VerbTree below in verbs.SelectMany(verb => Walk(verb, $"{path} {verb.Name}", [.. options.Where(option => option.Recursive)])))
        {
            yield return below;
        }
    }

    private static string FirstLine(string? text) => (text ?? string.Empty).Split('\n')[0].Trim();
}
