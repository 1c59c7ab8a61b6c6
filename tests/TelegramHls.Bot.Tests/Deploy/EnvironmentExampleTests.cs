using System.Text.RegularExpressions;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Bot.Tests.Deploy;

/// <summary>.env.example names what docker-compose.yml takes, and says what each is.</summary>
public sealed partial class EnvironmentExampleTests
{
    private readonly string[] _lines = File.ReadAllLines(Path.Combine(BotProcess.Root, ".env.example"));

    [Fact]
    public void Variables_AreThoseOfTheComposition()
    {
        Dictionary<string, bool> example = _lines.Select(line => Variable().Match(line)).Where(match => match.Success)
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["off"].Length == 0);

        example.OrderBy(pair => pair.Key).ShouldBe(Composition.Read().Variables.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void EachBlock_BeginsWithAnExplanation()
    {
        string[][] blocks = [.. string.Join('\n', _lines).Split("\n\n").Select(block => block.Split('\n'))];

        blocks.ShouldAllBe(block => block[0].StartsWith("# ", StringComparison.Ordinal));
    }

    [GeneratedRegex("^(?<off>#?)(?<name>[A-Za-z0-9_]+)=")]
    private static partial Regex Variable();
}
