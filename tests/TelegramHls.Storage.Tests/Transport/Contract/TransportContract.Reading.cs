using System.Security.Cryptography;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Transport;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Storage.Tests.Transport.Contract;

/// <summary>Reading back, and looking at messages.</summary>
public abstract partial class TransportContract
{
    private const int LargestPart = 20_000_000;
    private const int LargestOnTheCloud = 20_971_520;

    [ContractFact]
    public async Task Read_OfADocument_GivesTheSameBytes()
    {
        Replica replica = await SendAsync();

        (byte[] bytes, long? length, bool isInPlace) = await ReadAsync(replica.FileId);

        bytes.AsSpan().SequenceEqual(_bytes).ShouldBeTrue();
        length.ShouldBe(_bytes.Length);
        isInPlace.ShouldBe(Place.IsLocal);
    }

    [ContractFact]
    public async Task Read_FromABlocksEdge_GivesTheRest()
    {
        Replica replica = await SendAsync();

        (byte[] bytes, long? length, _) = await ReadAsync(replica.FileId, offset: 2 * PartHashes.BlockSize);

        bytes.AsSpan().SequenceEqual(_bytes.AsSpan(2 * PartHashes.BlockSize)).ShouldBeTrue();
        length.ShouldBe(_bytes.Length);
    }

    [ContractFact]
    public async Task Read_BySideAndAgain_GivesTheSameBytes()
    {
        Replica replica = await SendAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReadAsync(replica.FileId)));

        (await ReadAsync(replica.FileId)).Bytes.AsSpan().SequenceEqual(_bytes).ShouldBeTrue();
    }

    [ContractFact]
    public async Task Read_ByAnotherBotsId_SaysThatItIsStale()
    {
        Replica replica = await SendAsync();

        var refusal = await Should.ThrowAsync<FileSourceException>(() => ReadAsync(replica.FileId, bot: Place.B));

        refusal.Fault.ShouldBe(FileFault.StaleId);
    }

    [ContractFact]
    public async Task Read_ByNoIdAtAll_SaysThatItIsStale() =>
        (await Should.ThrowAsync<FileSourceException>(() => ReadAsync("BQACgarbage"))).Fault.ShouldBe(FileFault.StaleId);

    [ContractFact]
    public async Task Read_OfTheLargestPart_GivesTheSameBytes()
    {
        byte[] part = RandomNumberGenerator.GetBytes(LargestPart);
        Replica replica = await SendAsync(part);

        (await ReadAsync(replica.FileId)).Bytes.AsSpan().SequenceEqual(part).ShouldBeTrue();
    }

    [ContractFact]
    public async Task Read_AboveTheCloudsLimit_WorksOnALocalServerAlone()
    {
        byte[] large = RandomNumberGenerator.GetBytes(LargestOnTheCloud + 1);
        Replica replica = await SendAsync(large);

        if (Place.IsLocal)
        {
            (await ReadAsync(replica.FileId)).Length.ShouldBe(large.Length);
        }
        else
        {
            (await Should.ThrowAsync<FileSourceException>(() => ReadAsync(replica.FileId))).Fault.ShouldBe(FileFault.TooBig);
        }
    }

    [ContractFact]
    public async Task Look_ByAnotherBot_GivesItAnIdOfItsOwnAndLeavesNothing()
    {
        string name = NewName();
        Replica replica = await SendAsync(name: name);

        Glimpse glimpse = await LookAsync(replica.MessageId);

        (glimpse.Exists, glimpse.IsForward, glimpse.IsDeleted, glimpse.Failure).ShouldBe((true, false, true, null));
        glimpse.Name.ShouldBe(name);
        glimpse.File!.FileUniqueId.ShouldBe(replica.FileUniqueId);
        glimpse.File!.FileId.ShouldNotBe(replica.FileId);
        (await ReadAsync(glimpse.File!.FileId, bot: Place.B)).Bytes.AsSpan().SequenceEqual(_bytes).ShouldBeTrue();
        (await LookAsync(glimpse.Forward!.Value.MessageId, Place.ChatB)).Exists.ShouldBeFalse();
    }

    [ContractFact]
    public async Task Look_WhereNothingIs_SaysSo()
    {
        Glimpse glimpse = await LookAsync(1_999_999_999);

        (glimpse.Exists, glimpse.Failure).ShouldBe((false, null));
    }

    [ContractFact]
    public async Task Stand_OfBothBots_HasEveryRight()
    {
        foreach (BotConnection bot in new[] { Place.A, Place.B })
        {
            ChatStanding standing = await ChatStandings.AskAsync(bot, $"{Place.ChatA}", CancellationToken.None);

            standing.ChatId.ShouldBe(Place.ChatA);
            (standing.IsChannel, standing.CanPost, standing.CanEdit, standing.CanDelete, standing.CanPin)
                .ShouldBe((true, true, true, true, true));
        }
    }
}
