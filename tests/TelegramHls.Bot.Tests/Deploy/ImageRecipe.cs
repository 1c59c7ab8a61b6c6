using System.Text.Json;
using System.Text.RegularExpressions;
using TelegramHls.Testing.EndToEnd;

namespace TelegramHls.Bot.Tests.Deploy;

/// <summary>The Dockerfile, read as instructions.</summary>
internal sealed partial class ImageRecipe
{
    private ImageRecipe(IReadOnlyList<Instruction> instructions) => Instructions = instructions;

    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>Instructions of the stage that becomes the image.</summary>
    public IReadOnlyList<Instruction> Final => [.. Instructions.Skip(Instructions.Index().Last(pair => pair.Item.Word == "FROM").Index)];

    /// <summary>The command of HEALTHCHECK: program and arguments.</summary>
    public string[] HealthCheck => JsonSerializer.Deserialize<string[]>(Only("HEALTHCHECK").Split("CMD ", 2)[1])!;

    public Dictionary<string, string> Environment => Assignment().Matches(Only("ENV"))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    public static ImageRecipe Read()
    {
        string text = File.ReadAllText(Path.Combine(BotProcess.Root, "Dockerfile"));
        string joined = Continued().Replace(Comment().Replace(text, string.Empty), " ");
        return new(
        [
            .. joined.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(' ', 2))
                .Select(words => new Instruction(words[0], Spaces().Replace(words[1], " "))),
        ]);
    }

    /// <summary>What stands behind the only such word of the final stage.</summary>
    public string Only(string word) => Final.Single(instruction => instruction.Word == word).Rest;

    /// <summary>Packages that <c>apt-get install</c> names in these instructions.</summary>
    public static string[] Packages(IEnumerable<Instruction> instructions) =>
    [
        .. instructions.Where(instruction => instruction.Word == "RUN")
            .SelectMany(run => Install().Matches(run.Rest))
            .SelectMany(match => match.Groups["packages"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>One instruction on one line.</summary>
    internal sealed record Instruction(string Word, string Rest);

    [GeneratedRegex(@"^\s*#.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\\n")]
    private static partial Regex Continued();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    [GeneratedRegex("(?<name>[A-Za-z_]+)=(?<value>[^ ]+)")]
    private static partial Regex Assignment();

    [GeneratedRegex("apt-get install -y --no-install-recommends (?<packages>[a-z0-9.+ -]+)")]
    private static partial Regex Install();
}
