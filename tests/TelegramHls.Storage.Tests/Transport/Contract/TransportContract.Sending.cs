using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Tests.Transport.Contract;

/// <summary>What becomes of sends.</summary>
public abstract partial class TransportContract
{
    [ContractFact]
    public async Task Send_OfADocument_SaysWhereItIsAndByWhichIds()
    {
        Replica replica = await SendAsync();

        replica.ChatId.ShouldBe(Place.ChatA);
        replica.MessageId.ShouldBePositive();
        replica.BotId.ShouldBe(Place.A.BotId);
        replica.FileId.ShouldNotBeNullOrEmpty();
        replica.FileUniqueId.ShouldNotBeNullOrEmpty();
        replica.SentAt.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddMinutes(-2));
        (await SendAsync()).MessageId.ShouldBeGreaterThan(replica.MessageId);
    }

    [ContractFact]
    public async Task Send_OfWhatLooksLikeAnotherKind_StaysADocument()
    {
        byte[] film = [0, 0, 0, 32, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2avc1mp41"u8, .. _bytes.AsSpan(0, 10_000)];
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, .. _bytes.AsSpan(0, 10_000)];
        byte[] moving = [.. "GIF89a"u8, .. _bytes.AsSpan(0, 10_000)];
        byte[] sound = [.. "ID3"u8, 4, 0, .. _bytes.AsSpan(0, 10_000)];

        await SendAsync(film, "film.mp4");
        await SendAsync(picture, "picture.jpg");
        await SendAsync(moving, "moving.gif");
        await SendAsync(sound, "sound.mp3");
    }

    [ContractFact]
    public async Task Send_OfAName_KeepsItWhole()
    {
        string name = NewName();

        Replica replica = await SendAsync(name: name);

        (await LookAsync(replica.MessageId)).Name.ShouldBe(name);
    }

    [ContractFact]
    public async Task Send_OfNoBytes_IsRefusedForWhatItIs() =>
        (await TrySendAsync([], NewName())).ShouldBeOfType<StoreOutcome.Rejected>().Fault.ShouldBe(RejectionFault.Request);

    [ContractFact]
    public async Task Send_ToAnUnknownChat_IsTheChatsFault() =>
        (await TrySendAsync(_bytes, NewName(), chat: -1_009_999_999_999)).ShouldBeOfType<StoreOutcome.Rejected>()
            .Fault.ShouldBe(RejectionFault.Chat);

    [ContractFact]
    public async Task Send_WithAWrongToken_IsTheBotsFault()
    {
        BotConnection stranger = Place.Connections.Open($"{Place.A.BotId}:AAThisIsTheTokenOfNobodyAtAll1234567");

        (await TrySendAsync(_bytes, NewName(), bot: stranger)).ShouldBeOfType<StoreOutcome.Rejected>()
            .Fault.ShouldBe(RejectionFault.Bot);
        (await Should.ThrowAsync<FileSourceException>(() => ReadAsync("BQACAgIAAx", bot: stranger))).Fault.ShouldBe(FileFault.BotOut);
    }

    [ContractFact]
    public async Task Send_AgainByTheBotsOwnId_IsTheSameFileInTheOtherChannel()
    {
        string name = NewName();
        Replica replica = await SendAsync(name: name);

        StoreOutcome outcome = await SendAgainAsync(Place.A, replica, name);

        Replica copy = outcome.ShouldBeOfType<StoreOutcome.Stored>().Replica;
        copy.ChatId.ShouldBe(Place.ChatB);
        copy.FileUniqueId.ShouldBe(replica.FileUniqueId);
        (await ReadAsync(copy.FileId)).Bytes.AsSpan().SequenceEqual(_bytes).ShouldBeTrue();
    }

    [ContractFact]
    public async Task Send_AgainByAnotherBotsId_IsRefused()
    {
        Replica replica = await SendAsync();

        (await SendAgainAsync(Place.B, replica, NewName())).ShouldBeOfType<StoreOutcome.Rejected>()
            .Fault.ShouldBe(RejectionFault.Request);
    }

    [ContractFact]
    public async Task Send_OfSeveralAtOnce_GivesEachItsOwnMessage()
    {
        Replica[] sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync()));

        sent.Select(replica => replica.MessageId).ShouldBeUnique();
    }

    private Task<StoreOutcome> SendAgainAsync(BotConnection bot, Replica replica, string name) =>
        _sender.SendAgainAsync(bot, Place.ChatB, replica.FileId, name, _bytes.Length, CancellationToken.None);
}
