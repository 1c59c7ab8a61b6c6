using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Storage.Tests.Transport.Probing;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Go_AllIsWell_MeasuresAndLeavesNothing(bool local)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1, local: local);
        await rig.Sandbox.Weather(new { effect = "slow", bot = rig.BotId(0), up = 2_000_000 });

        RoundTrip trip = await GoAsync(rig);

        (trip.Trouble, trip.Left).ShouldBe((null, null));
        trip.UploadSpeed.ShouldNotBeNull().ShouldBeInRange(500_000, 2_400_000);
        trip.DownloadSpeed.ShouldNotBeNull().ShouldBeGreaterThan(0);
        trip.Latency.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
        await ShouldBeEmptyAsync(rig);
    }

    [Theory]
    [InlineData("corrupt", "file", "other bytes came back")]
    [InlineData("fail", "getFile", "it was sent, but cannot be read back")]
    [InlineData("cut", "file", "it was sent, but cannot be read back")]
    [InlineData("fail", "getMe", "Internal Server Error")]
    public async Task Go_SomethingFailsOnTheWay_SaysWhatAndLeavesNothing(string effect, string method, string words)
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        await rig.Sandbox.Weather(new { effect, method });

        RoundTrip trip = await GoAsync(rig);

        trip.Trouble.ShouldNotBeNull().ShouldContain(words);
        trip.Left.ShouldBeNull();
        await ShouldBeEmptyAsync(rig);
    }

    [Fact]
    public async Task Go_TheAnswerToTheSendIsLost_FindsThatMessageTooAndDeletesBoth()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        await rig.Sandbox.Weather(new { effect = "dropAfter", method = "sendDocument", count = 1 });

        RoundTrip trip = await GoAsync(rig);

        (trip.Trouble, trip.Left).ShouldBe((null, null));
        (await rig.Sandbox.Calls(rig.BotId(0), "senddocument")).ShouldBe(2);
        await ShouldBeEmptyAsync(rig);
    }

    [Fact]
    public async Task Go_EveryAnswerIsLost_SaysWhatMayStandThere()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        await rig.Sandbox.Weather(new { effect = "dropAfter", method = "sendDocument" });

        RoundTrip trip = await GoAsync(rig);

        trip.Trouble.ShouldNotBeNull().ShouldStartWith("it cannot be sent");
        trip.Left.ShouldNotBeNull().ShouldContain((await rig.DocumentsAsync())[0].Name);
    }

    [Fact]
    public async Task Go_CancelledWhileItIsReadBack_LeavesNothing()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 1);
        await rig.Sandbox.Weather(new { effect = "slow", bot = rig.BotId(0), down = 1000 });
        using var ending = new CancellationTokenSource();
        Task<RoundTrip> going = rig.RoundTrips.GoAsync(rig.Token(0), rig.Channel(0), ending.Token);
        while (await rig.Sandbox.Calls(rig.BotId(0), "getfile") == 0)
        {
            await Task.Yield();
        }

        await ending.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => going);
        await ShouldBeEmptyAsync(rig);
    }

    private static Task<RoundTrip> GoAsync(StorageRig rig) =>
        rig.RoundTrips.GoAsync(rig.Token(0), rig.Channel(0), CancellationToken.None);

    private static async Task ShouldBeEmptyAsync(StorageRig rig) => (await rig.DocumentsAsync()).ShouldBeEmpty();
}
