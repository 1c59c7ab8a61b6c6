using Microsoft.Extensions.Options;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Storage.Replicas;

/// <summary>
/// Empties a channel that is to be given up, as far as films need it: each part gets as many replicas elsewhere as it should have, then
/// the rows of its message there go. The messages themselves are left to whoever deletes the channel.
/// </summary>
internal sealed class ChannelMove(
    IReplicaLedger ledger, PartCopier copier, ReplicaChannels channels, IOptions<StorageOptions> options, TimeProvider time)
{
    private const int PageSize = 50;
    private const int MostRoundsInVain = 8;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(15);

    /// <summary>Moves what can be moved. Returns how many parts stay, and why.</summary>
    /// <param name="chat">The channel; no member of the pool stores there any more.</param>
    /// <param name="progress">Told how many parts are done, of how many.</param>
    /// <param name="cancellationToken">Ends the moving; it goes on from there when it is run again.</param>
    public async Task<(int Parts, int Left, string? Reason)> RunAsync(
        long chat, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        int all = await ledger.CountInAsync(chat, cancellationToken);
        int moved = 0;
        for (int vain = 0; ;)
        {
            (int now, string? reason, bool mayWork) = await RoundAsync(
                chat, done => progress.Report((moved + done, all)), cancellationToken);
            moved += now;
            vain = now == 0 ? vain + 1 : 0;
            if (reason is null || (now == 0 && !mayWork) || vain == MostRoundsInVain)
            {
                return (all, all - moved, reason);
            }

            await Task.Delay(BetweenRounds, time, cancellationToken);
        }
    }

    private async Task<(int Moved, string? Reason, bool MayWork)> RoundAsync(
        long chat, Action<int> done, CancellationToken cancellationToken)
    {
        (int moved, string? reason, bool mayWork) = (0, null, false);
        long after = 0;
        while (await ledger.PartsInAsync(chat, after, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (PlacedPart part in page)
            {
                CopyOutcome? failure = await CopyAsync(part, chat, cancellationToken);
                if (failure is null)
                {
                    await DropAsync(part, chat, cancellationToken);
                    done(++moved);
                    continue;
                }

                reason ??= failure.Match<string?>(_ => null, later => later.Reason, impossible => impossible.Reason);
                mayWork |= failure is CopyOutcome.Later;
            }

            after = page[^1].Number;
        }

        return (moved, reason, mayWork);
    }

    /// <summary>Null when the part stands in enough other channels, or in as many as there are.</summary>
    private async Task<CopyOutcome?> CopyAsync(PlacedPart part, long chat, CancellationToken cancellationToken)
    {
        HashSet<long> standing = [.. part.Messages.Select(message => message.ChatId)];
        int others = standing.Count - 1;
        CopyOutcome? last = null;
        await foreach (long next in channels.NextAsync(standing, cancellationToken))
        {
            if (others >= options.Value.Replicas)
            {
                return null;
            }

            last = await copier.CopyAsync(part, next, insteadOf: null, mayUpload: true, cancellationToken);
            others += last is CopyOutcome.Made ? 1 : 0;
        }

        return others > 0 ? null : last ?? new CopyOutcome.Impossible("the settings name no other channel");
    }

    private async Task DropAsync(PlacedPart part, long chat, CancellationToken cancellationToken)
    {
        foreach (Replica message in part.Messages.Where(message => message.ChatId == chat))
        {
            await ledger.DropMessageAsync(part, message, isThere: false, cancellationToken);
        }
    }
}
