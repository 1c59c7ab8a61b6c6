using Microsoft.Extensions.Logging.Abstractions;
using TelegramHls.Bot.Conversation.Notices;
using TelegramHls.Bot.Health;
using TelegramHls.Bot.Hosting;
using TelegramHls.Testing;

namespace TelegramHls.Bot.Tests.Health;

/// <summary>A run that was cut off is noticed at the next start, and told for a while.</summary>
public sealed class RunMarkTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TempDirectory _temp = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly DataDirectory _directory;

    public RunMarkTests() => _directory = DataDirectory.Open(_temp.File("data"));

    public void Dispose()
    {
        _directory.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task StartAsync_AfterAProperStop_FindsNothing()
    {
        using (RunMark first = await StartAsync())
        {
            await first.StopAsync(None);
        }

        using RunMark second = await StartAsync();

        second.CutOffAt.ShouldBeNull();
        (await new CrashTrouble(second, _clock).LookAsync(None)).ShouldBeEmpty();
        await second.StopAsync(None);
    }

    [Fact]
    public async Task StartAsync_AfterACrash_KnowsTheLastSignOfLifeAndTellsItForTenMinutes()
    {
        using RunMark first = await StartAsync();
        DateTimeOffset lastBeat = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromSeconds(7));

        // Nobody stopped the first: as after SIGKILL.
        using RunMark second = await StartAsync();

        second.CutOffAt.ShouldBe(lastBeat);
        var source = new CrashTrouble(second, _clock);
        (await source.LookAsync(None)).ShouldHaveSingleItem().Text.ShouldContain("restarted after a crash\nIts last sign of life was at 2026-01-01 00:00 UTC");
        _clock.Advance(TimeSpan.FromMinutes(11));
        (await source.LookAsync(None)).ShouldBeEmpty();
        await second.StopAsync(None);
        await first.StopAsync(None);
    }

    private async Task<RunMark> StartAsync()
    {
        var mark = new RunMark(_directory, _clock, NullLogger<RunMark>.Instance);
        await mark.StartAsync(None);
        return mark;
    }
}
