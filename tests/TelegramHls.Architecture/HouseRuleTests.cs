using System.Text.RegularExpressions;

namespace TelegramHls.Architecture;

/// <summary>House rules that a compiler does not check.</summary>
public sealed partial class HouseRuleTests
{
    private static IEnumerable<SourceFile> Code =>
        Repository.Sources.Where(file => !file.IsMigration && file.Path.EndsWith(".cs", StringComparison.Ordinal));

    [Fact]
    public void Files_Declare_AtMostOnePublicType()
    {
        IEnumerable<string> crowded = Code
            .Where(file => file.Lines.Length >= 60 || PublicTypes(file).Count() > 3)
            .Where(file => PublicTypes(file).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(file => $"{file.Path}: {string.Join(", ", PublicTypes(file))}");

        crowded.ShouldBeEmpty();
    }

    [Fact]
    public void Files_AreNamedAfterTheirPublicType()
    {
        IEnumerable<string> misnamed = Code
            .Where(file => PublicTypes(file).Any())
            .Where(file => !PublicTypes(file).Contains(Path.GetFileName(file.Path).Split('.')[0], StringComparer.Ordinal))
            .Select(file => $"{file.Path}: {string.Join(", ", PublicTypes(file))}");

        misnamed.ShouldBeEmpty();
    }

    [Fact]
    public void Types_Avoid_NamesThatSayNothing() => Code
        .Where(file => file.Project != "TelegramHls.BotApi")
        .SelectMany(file => AnyType().Matches(file.Text).Select(match => match.Groups[1].Value))
        .Where(name => EmptyName().IsMatch(name))
        .ShouldBeEmpty();

    [Fact]
    public void Code_Holds_NothingLeftOpen() => Code
        .Where(file => LeftOpen().IsMatch(file.Text))
        .ShouldBeEmpty();

    [Fact]
    public void EventIds_AreUsedOnce() => Code
        .SelectMany(file => EventId().Matches(file.Text).Select(match => match.Groups[1].Value))
        .GroupBy(id => id)
        .Where(id => id.Count() > 1)
        .Select(id => id.Key)
        .ShouldBeEmpty();

    [Fact]
    public void EventIds_LieInABlockThatTheListNames()
    {
        string list = File.ReadAllText(Path.Combine(Repository.Root, "docs", "events.md"));

        Code.SelectMany(file => EventId().Matches(file.Text).Select(match => match.Groups[1].Value[..2] + "00"))
            .Distinct()
            .Where(block => !list.Contains($"| {block} |", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Code_Has_NoRegions() => Code.Where(file => file.Text.Contains("#region", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<string> PublicTypes(SourceFile file) =>
        PublicType().Matches(file.Text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(
        @"^public (?:static |sealed |abstract |partial |readonly |ref )*(?:class|record struct|record|struct|interface|enum) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^\s*(?:public|internal|private|file)[\w ]* (?:class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex AnyType();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Common|Base|Impl|Data|Info)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"LoggerMessage\((?:EventId = )?(\d{4})")]
    private static partial Regex EventId();

    [GeneratedRegex(@"TODO|FIXME|HACK|NotImplementedException")]
    private static partial Regex LeftOpen();
}
