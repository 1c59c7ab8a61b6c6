using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Tests.Cli;

public sealed class ReportTextTests
{
    private static readonly Report Mixed = new(
    [
        Finding.Ok("Data:Directory", "can be written"),
        Finding.Warning("Server:PublicUrl", "is an address that nobody but this machine itself can ever open at all", "set it"),
        Finding.Error("Telegram:StorageBots:12:ChatId", "is missing", "a number such as -1001234567890"),
    ]);

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(120)]
    public void Lines_AnyWidth_FitIt(int width) =>
        new ReportText(width, colour: false).Lines(Mixed).ShouldAllBe(line => line.Length <= Math.Max(width, 44));

    [Fact]
    public void Lines_WideTerminal_PutTheTextBeside() =>
        new ReportText(120, colour: false).Lines(Mixed).First().ShouldBe("✓ ok       Data:Directory                  can be written");

    [Fact]
    public void Lines_OfAnError_NameBothFormsAndTheRemedy()
    {
        string text = string.Join('\n', new ReportText(120, colour: false).Lines(Mixed));

        text.ShouldContain("✗ wrong    Telegram:StorageBots:12:ChatId  is missing");
        text.ShouldContain("try: a number such as -1001234567890");
        text.ShouldContain("environment: Telegram__StorageBots__12__ChatId");
        text.ShouldEndWith("1 wrong, 1 to look at.");
    }

    [Fact]
    public void Lines_WithColour_EndItAgain() =>
        new ReportText(80, colour: true).Lines(Mixed).Count(line => line.Contains("\e[0m", StringComparison.Ordinal)).ShouldBe(3);
}
