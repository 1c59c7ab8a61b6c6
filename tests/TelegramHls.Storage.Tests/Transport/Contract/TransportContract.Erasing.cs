using TelegramHls.Core.Storing;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Tests.Transport.Contract;

/// <summary>Deleting and emptying.</summary>
public abstract partial class TransportContract
{
    [ContractFact]
    public async Task Delete_OfYoungMessages_TakesThemOutOfTheChannel()
    {
        Replica[] sent = [await SendAsync(), await SendAsync()];

        (await DeleteAsync([.. sent.Select(replica => replica.MessageId)])).ShouldBeNull();

        foreach (Replica replica in sent)
        {
            (await LookAsync(replica.MessageId)).Exists.ShouldBeFalse();
        }
    }

    [ContractFact]
    public async Task Delete_WithAnIdOfNothing_DeletesTheOthers()
    {
        Replica replica = await SendAsync();

        (await DeleteAsync(1_999_999_999, replica.MessageId)).ShouldBeNull();

        (await LookAsync(replica.MessageId)).Exists.ShouldBeFalse();
    }

    [ContractFact]
    public async Task Delete_OfWhatIsGone_IsDone()
    {
        Replica replica = await SendAsync();
        await DeleteAsync(replica.MessageId);

        (await DeleteAsync(replica.MessageId)).ShouldBeNull();
    }

    [ContractFact]
    public async Task Delete_OfAMessage_LeavesTheFileToWhoeverHasAnId()
    {
        Replica replica = await SendAsync();
        Glimpse glimpse = await LookAsync(replica.MessageId);

        await DeleteAsync(replica.MessageId);

        (await ReadAsync(glimpse.File!.FileId, bot: Place.B)).Bytes.AsSpan().SequenceEqual(_bytes).ShouldBeTrue();
    }

    [ContractFact]
    public async Task Empty_OfAMessage_LeavesOneByteThere()
    {
        Replica replica = await SendAsync();

        (await EmptyAsync(replica.MessageId)).ShouldBeNull();

        Glimpse glimpse = await LookAsync(replica.MessageId);
        glimpse.File.ShouldNotBeNull().FileSize.ShouldBe(1);
        glimpse.File!.FileUniqueId.ShouldNotBe(replica.FileUniqueId);
    }

    [ContractFact]
    public async Task Empty_OfWhatIsGone_IsDone()
    {
        Replica replica = await SendAsync();
        await DeleteAsync(replica.MessageId);

        (await EmptyAsync(replica.MessageId)).ShouldBeNull();
    }
}
