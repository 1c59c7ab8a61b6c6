using TelegramHls.Bot.Ingest.Clean;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Tests.Wording;

public sealed class RemovalTextTests
{
    [Fact]
    public void Of_YoungMessages_NeedsNoMoreWords() =>
        RemovalText.Of(new RemovalOutlook(9, 0, CanWrite: true)).ShouldBe("Deleted.");

    [Fact]
    public void Of_OldMessages_SaysThatTheyAreEmptied() =>
        RemovalText.Of(new RemovalOutlook(9, 3, CanWrite: true)).ShouldBe(
            "Deleted. 3 of its 9 messages in the channels are older than 48 hours: no bot may delete those, so they are emptied, about 20 a minute.");

    [Fact]
    public void Of_WhileNoBotCanWrite_SaysThatTheyWait() =>
        RemovalText.Of(new RemovalOutlook(1, 1, CanWrite: false)).ShouldBe(
            "Deleted. Its 1 message in the channels goes as soon as a storage bot can write again.");

    [Theory]
    [InlineData(true, "\n2 messages in the channels still have to be deleted: not enough rights\n1 message too old to be deleted by a bot is emptied")]
    [InlineData(false, "\n2 messages in the channels still have to be deleted\n1 message too old to be deleted by a bot is emptied")]
    public void Of_WhatIsLeft_SaysHowManyAndToTheOwnerWhy(bool why, string expected) =>
        RemovalText.Of(new Removals(2, "not enough rights", 1), why).ShouldBe(expected);

    [Fact]
    public void Of_NothingLeft_SaysNothing() => RemovalText.Of(new Removals(0, null, 0), why: true).ShouldBeEmpty();
}
