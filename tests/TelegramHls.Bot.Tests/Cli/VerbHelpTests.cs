using System.CommandLine;
using TelegramHls.Bot.Cli;

namespace TelegramHls.Bot.Tests.Cli;

public sealed class VerbHelpTests
{
    private static readonly RootCommand Root = CommandLine.Tree(_ => throw new InvalidOperationException("Help builds nothing."));

    private static readonly string[] Paths = [.. Below(Root, string.Empty)];

    public static TheoryData<string> Verbs => [.. Paths];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfEachVerb_TellsOfItAndGivesAnExample(string verb)
    {
        var output = new StringWriter();

        int code = await Root.Parse([.. verb.Split(' '), "--help"]).InvokeAsync(new InvocationConfiguration { Output = output });

        string help = output.ToString();
        code.ShouldBe(0);
        help.ShouldContain($"Example: telegramhls {verb}".Replace("telegramhls completion", string.Empty).TrimEnd(), customMessage: help);
        help.ShouldNotContain("\n  \n");
    }

    [Fact]
    public void Verbs_OfTheDesign_AreThere() => Paths.ShouldBe(
        [
            "add", "bots list", "bots retire", "bots test", "cache clear", "cache stats", "cache warm", "cleanup", "completion",
            "config check", "config show", "dashboard", "db stats", "delete", "jobs cancel", "jobs list", "jobs retry", "links", "list",
            "scrub", "serve", "show",
        ],
        ignoreOrder: true);

    [Fact]
    public async Task Operations_ListsEveryVerb()
    {
        string paper = await File.ReadAllTextAsync(Path.Combine(Testing.EndToEnd.BotProcess.Root, "docs", "OPERATIONS.md"));

        Paths.Where(verb => verb != "serve" && !paper.Contains($"`{verb}")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Below(Command command, string path) => command.Subcommands.SelectMany(verb =>
        verb.Subcommands.Count == 0 ? [$"{path}{verb.Name}"] : Below(verb, $"{path}{verb.Name} "));
}
