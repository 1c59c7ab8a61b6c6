using TelegramHls.Bot.Access;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Catalog.Statistics;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Replicas;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary><c>/stats</c>: what is kept and how it was made, how full the disk is, how the storage bots fare, which messages still have to go; more of that for the owner.</summary>
internal sealed class StatsCommand(
    Replies replies,
    TotalsQueries totals,
    MessageQueries messages,
    PackagingStatistics packagings,
    DataDirectory directory,
    IPoolStatus pool,
    ReplicaKeeper replicas,
    IdKeeper ids,
    People people) : ICommand
{
    public string Name => "stats";

    public string Description => "What is kept here";

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        CatalogTotals all = await totals.CountAsync(replicas.Wanted, cancellationToken);
        int ready = all.Videos.GetValueOrDefault(VideoState.Ready);
        int failed = all.Videos.GetValueOrDefault(VideoState.Failed);
        bool isOwner = call.Message.From is { } sender && await people.IsOwnerAsync(sender.Id, cancellationToken);
        string text = $"📊 {ready} {(ready == 1 ? "film" : "films")} ready · {all.VideosInWork} in work · {failed} not taken in\n"
            + $"{Amount.Bytes(all.StoredBytes)} in Telegram, in {all.Parts} {(all.Parts == 1 ? "part" : "parts")}\n"
            + PackagingText.Of(await packagings.SumAsync(cancellationToken))
            + StorageText.Replicas(all, replicas.Wanted, isOwner ? replicas.Lack : null)
            + StorageText.Stranded(await ids.LookAsync(cancellationToken), isOwner ? ids.Lack : null)
            + $"{Amount.Bytes(directory.FreeBytes())} free on this machine's disk\n"
            + PoolText.Of(pool.Look(), isOwner)
            + RemovalText.Of(await messages.RemovalsAsync(cancellationToken), isOwner);
        await replies.SendAsync(call.Message, text, cancellationToken);
    }
}
