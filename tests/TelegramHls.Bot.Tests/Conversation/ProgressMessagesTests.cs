using TelegramHls.Bot.Ingest;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Tests.Conversation;

/// <summary>When the last word about a film is said. The clock moves only where a test moves it.</summary>
public sealed class ProgressMessagesTests : IAsyncLifetime
{
    private static readonly VideoStatus LastWord = new VideoStatus.Refused("No.");

    private ProgressRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ProgressRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task LastWord_RightAfterAnEdit_IsSaidAtOnce()
    {
        VideoId video = await EditedAsync();

        await _rig.SayAsync(video, LastWord);

        (await _rig.EditsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task LastWord_OfASecondFilmAtOnce_WaitsForTheBudget()
    {
        VideoId first = await EditedAsync();
        VideoId second = await _rig.SendAsync();
        await _rig.SayAsync(second, new VideoStatus.Queued());
        await _rig.SayAsync(first, LastWord);

        Task said = _rig.Announcer.ShowAndWaitAsync(second, LastWord, CancellationToken.None);
        await _rig.UntilTheyWaitAsync(timers: 2);
        (await _rig.EditsAsync()).ShouldBe(2);
        _rig.Clock.Advance(TimeSpan.FromSeconds(4));
        await said;

        (await _rig.EditsAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task LastWord_WhileTelegramAsksForAPause_WaitsForItsEnd()
    {
        VideoId video = await EditedAsync();
        await _rig.Sandbox.Weather(new { effect = "flood", method = "editMessageText", count = 1, retry_after = 7 });

        Task said = _rig.Announcer.ShowAndWaitAsync(video, LastWord, CancellationToken.None);
        await _rig.UntilTheyWaitAsync(timers: 2);
        _rig.Clock.Advance(TimeSpan.FromSeconds(6));
        await _rig.UntilTheyWaitAsync(timers: 2);
        said.IsCompleted.ShouldBeFalse();
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await said;

        (await _rig.EditsAsync()).ShouldBe(3);
    }

    /// <summary>A video whose message was sent and then edited now.</summary>
    private async Task<VideoId> EditedAsync()
    {
        VideoId video = await _rig.SendAsync();
        await _rig.SayAsync(video, new VideoStatus.Queued());
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await _rig.SayAsync(video, new VideoStatus.Busy("Looking at it"));
        return video;
    }
}
