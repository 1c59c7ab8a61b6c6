using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Tests.Wording;

public sealed class StorageTextTests
{
    [Fact]
    public void Stranded_NoBotIsLost_SaysNothing() =>
        StorageText.Stranded(new Dictionary<long, int>(), "a reason").ShouldBeEmpty();

    [Fact]
    public void Stranded_TwoBotsLost_HasALineForEach() =>
        StorageText.Stranded(new Dictionary<long, int> { [22] = 1, [7] = 12 }, "no other bot can see channel -100: make bot 5 an administrator there")
            .ShouldBe(
                "12 parts of bot 7 without an id of another bot yet: no other bot can see channel -100: make bot 5 an administrator there\n"
                + "1 part of bot 22 without an id of another bot yet: no other bot can see channel -100: make bot 5 an administrator there\n");
}
