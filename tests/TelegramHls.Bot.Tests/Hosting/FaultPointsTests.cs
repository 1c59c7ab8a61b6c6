using TelegramHls.Bot.Hosting;
using TelegramHls.Storage.Transport.Faults;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Hosting;

public sealed class FaultPointsTests
{
    [Fact]
    public async Task ReachAsync_OfANamedCall_AnswersAsOftenAsWasAskedFor()
    {
        var faults = new FaultPoints("telegram.sendDocument.after=429:7*2;inbox.handle=throw");

        (await faults.ReachAsync("telegram.sendDocument.before", CancellationToken.None)).ShouldBeNull();
        (await faults.ReachAsync("telegram.sendDocument.after", CancellationToken.None)).ShouldBe(new TransportFault(429, 7, false));
        (await faults.ReachAsync("telegram.sendDocument.after", CancellationToken.None)).ShouldNotBeNull();
        (await faults.ReachAsync("telegram.sendDocument.after", CancellationToken.None)).ShouldBeNull();
        Should.Throw<IOException>(() => faults.Reach("inbox.handle"));
        faults.Reach("inbox.handle");
    }

    [Fact]
    public async Task Reach_WithARecord_WritesEachMomentDown()
    {
        using var directory = new TempDirectory();
        string file = Path.Combine(directory.Path, "points");
        var faults = new FaultPoints($"record={file};inbox.handle=throw");

        faults.Reach("ingest.admit.before");
        Should.Throw<IOException>(() => faults.Reach("inbox.handle"));
        (await faults.ReachAsync("telegram.getMe.before", CancellationToken.None)).ShouldBeNull();

        (await File.ReadAllLinesAsync(file)).ShouldBe(["ingest.admit.before", "inbox.handle", "telegram.getMe.before"]);
    }

    [Theory]
    [InlineData("lost", null, false)]
    [InlineData("hang", null, true)]
    [InlineData("403", 403, false)]
    public async Task ReachAsync_ByAction_SaysWhatTheCallMeets(string action, int? status, bool hangs)
    {
        var faults = new FaultPoints($"telegram.getMe.before={action}");

        (await faults.ReachAsync("telegram.getMe.before", CancellationToken.None)).ShouldBe(new TransportFault(status, 0, hangs));
    }

    [Theory]
    [InlineData("telegram.getMe.before=boom")]
    [InlineData("telegram.getMe.before=200")]
    [InlineData("telegram.getMe.before=throw")]
    public void New_WithAnActionThatNoCallCanMeet_SaysSo(string settings) =>
        Should.Throw<FormatException>(() => new FaultPoints(settings));
}
