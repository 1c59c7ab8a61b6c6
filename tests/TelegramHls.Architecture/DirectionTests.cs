namespace TelegramHls.Architecture;

/// <summary>Who may know whom: the table of docs/ARCHITECTURE.md.</summary>
public sealed class DirectionTests
{
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Core", [] },
        { "BotApi", [] },
        { "Sandbox", [] },
        { "Media", ["Core"] },
        { "Catalog", ["Core"] },
        { "Jobs", ["Core"] },
        { "Storage", ["Core", "BotApi"] },
        { "Bot", ["Core", "BotApi", "Media", "Storage", "Catalog", "Jobs", "Sandbox"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Source_References_OnlyWhatItMayKnow(string project, string[] allowed)
    {
        string[] known = Repository.References[$"TelegramHls.{project}"];

        known.ShouldBeSubsetOf(allowed.Select(name => $"TelegramHls.{name}"));
    }

    [Fact]
    public void Tests_Reference_OnlyTheirOwnProjectAndTheKit()
    {
        foreach ((string project, string[] known) in Repository.References.Where(
            pair => pair.Key.EndsWith(".Tests", StringComparison.Ordinal)))
        {
            string own = project[..^".Tests".Length];

            // The job engine is tested on the real ledger and the real database file.
            string[] more = own == "TelegramHls.Jobs" ? ["TelegramHls.Catalog"] : [];
            known.ShouldBeSubsetOf([own, "TelegramHls.Testing", .. more], project);
        }
    }

    [Theory]
    [InlineData("new Process(", "TelegramHls.Media")]
    [InlineData("ProcessStartInfo", "TelegramHls.Media")]
    [InlineData("new HttpClient(", "TelegramHls.BotApi", "TelegramHls.Storage/Transport")]
    [InlineData(": DbContext", "TelegramHls.Catalog")]
    [InlineData("using Microsoft.EntityFrameworkCore", "TelegramHls.Catalog")]
    [InlineData("using Quartz", "TelegramHls.Jobs")]
    [InlineData("using Xabe", "TelegramHls.Media")]
    [InlineData("using TelegramHls.Sandbox", "TelegramHls.Sandbox", "TelegramHls.Bot/Cli")]
    [InlineData(
        "using Telegram.Bot",
        "TelegramHls.BotApi",
        "TelegramHls.Storage/Transport",
        "TelegramHls.Bot/Conversation",
        "TelegramHls.Bot/Recovery")]
    public void Border_Crossed_OnlyInItsRooms(string text, params string[] rooms)
    {
        IEnumerable<SourceFile> elsewhere = Repository.Sources
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !Array.Exists(rooms, room => file.Path.StartsWith($"src/{room}/", StringComparison.Ordinal)))
            .Where(file => file.Text.Contains(text, StringComparison.Ordinal));

        elsewhere.ShouldBeEmpty($"`{text}` belongs into {string.Join(", ", rooms)}");
    }
}
