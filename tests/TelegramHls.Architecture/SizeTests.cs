namespace TelegramHls.Architecture;

/// <summary>The size budget: the tail is the measure, since a median protects nobody.</summary>
public sealed class SizeTests
{
    private static IEnumerable<SourceFile> Counted => Repository.Sources.Where(file => !file.IsMigration);

    [Fact]
    public void Sources_Median_IsAtMost60Lines() => Quantile(Counted, 0.5).ShouldBeLessThanOrEqualTo(60);

    [Fact]
    public void Sources_NinetyPercent_AreUnder200Lines() => Quantile(Counted, 0.9).ShouldBeLessThan(200);

    [Fact]
    public void Tests_NinetyPercent_AreUnder250Lines() => Quantile(Repository.Tests, 0.9).ShouldBeLessThan(250);

    [Fact]
    public void Sources_Above400Lines_SayWhyAndAreListed()
    {
        string path = Path.Combine(Repository.Root, "docs", "large-files.md");
        string listed = File.Exists(path) ? File.ReadAllText(path) : string.Empty;

        Counted.Where(file => file.Lines.Length > 400)
            .Where(file => !listed.Contains(file.Path, StringComparison.Ordinal)
                || !file.Lines[0].StartsWith("//", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Folders_Hold_AtMost15SourceFiles() => Counted
        .Where(file => Path.GetExtension(file.Path) is ".cs" or ".razor")
        .GroupBy(file => file.Folder, StringComparer.Ordinal)
        .Where(folder => folder.Count() > 15)
        .Select(folder => $"{folder.Key}: {folder.Count()}")
        .ShouldBeEmpty();

    private static int Quantile(IEnumerable<SourceFile> files, double share)
    {
        int[] sizes = [.. files.Select(file => file.Lines.Length).Order()];
        return sizes[(int)((sizes.Length - 1) * share)];
    }
}
