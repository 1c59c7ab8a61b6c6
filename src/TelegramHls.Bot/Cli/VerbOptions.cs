using System.CommandLine;
using System.CommandLine.Parsing;

namespace TelegramHls.Bot.Cli;

/// <summary>Options that several verbs have.</summary>
internal static class VerbOptions
{
    private const int MostListed = 100_000;

    /// <summary>For programs.</summary>
    /// <param name="shape">What is written then.</param>
    public static Option<bool> Json(string shape) => new("--json") { Description = $"Writes {shape}." };

    public static Option<int> Limit(string what, int usual)
    {
        var limit = new Option<int>("--limit")
        {
            Description = $"Shows at most so many {what}.",
            HelpName = "N",
            DefaultValueFactory = _ => usual,
        };
        limit.Validators.Add(result => Range(result, 1));
        return limit;
    }

    public static Option<int> Skip(string what)
    {
        var skip = new Option<int>("--skip") { Description = $"Leaves out so many of the newest {what}.", HelpName = "N" };
        skip.Validators.Add(result => Range(result, 0));
        return skip;
    }

    public static Option<bool> Yes() => new("--yes", "-y") { Description = "Does not ask." };

    /// <summary>Films by their ids.</summary>
    public static Argument<string[]> Ids(string description) => new("ID") { Description = description, Arity = ArgumentArity.OneOrMore };

    private static void Range(OptionResult result, int least)
    {
        if (result.GetValueOrDefault<int>() is var given && (given < least || given > MostListed))
        {
            result.AddError($"{result.Option.Name} must be from {least} to {MostListed}.");
        }
    }
}
