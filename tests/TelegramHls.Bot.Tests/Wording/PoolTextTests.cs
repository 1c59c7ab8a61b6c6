using TelegramHls.Bot.Wording;
using TelegramHls.Storage.Pool.Status;

namespace TelegramHls.Bot.Tests.Wording;

public sealed class PoolTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly BotStatus Ready = new(
        11, "-1001", BotState.Ready, Now.AddHours(-3), LastError: null, InFlight: 0, BytesInFlight: 0, Calls: 34, Failures: 0,
        Bytes: 402_000_000, Throttles: 2, TimeSpan.FromSeconds(35), TimeSpan.FromSeconds(1.24));

    private static readonly BotStatus Revoked = Ready with
    {
        BotId = 22,
        Chat = "@films",
        State = BotState.Out,
        Since = Now.AddMinutes(-5),
        LastError = "Unauthorized",
        Calls = 0,
        Throttles = 0,
    };

    [Fact]
    public void Of_ReadyBots_IsOneLineForEverybody() =>
        PoolText.Of(new PoolSnapshot(Now, [Ready, Ready], StoppedSince: null), each: false).ShouldBe("2 storage bots ready");

    [Fact]
    public void Of_EachBot_TellsTheTroubleFirst() =>
        PoolText.Of(new PoolSnapshot(Now, [Ready, Revoked], StoppedSince: null), each: true).ShouldBe(
            """
            1 of 2 storage bots ready
            Bot 22 in @films: out for 5 min: Unauthorized · nothing sent yet
            Bot 11 in -1001: ready · 402 MB in 34 messages, 1.2 s each, told to wait 2× (35 s)
            """);

    [Fact]
    public void Of_HundredBots_FitsIntoAMessage()
    {
        BotStatus[] bots = [.. Enumerable.Repeat(Revoked with { LastError = "Bad Request: need administrator rights in the channel chat" }, 100)];

        string text = PoolText.Of(new PoolSnapshot(Now, bots, StoppedSince: null), each: true);

        text.Length.ShouldBeLessThan(4096 - 500);
        text.ShouldEndWith("and 80 more");
    }
}
