using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Pool;

/// <summary>What becomes of an intent once its send is over.</summary>
internal static class SendIntents
{
    /// <summary>
    /// Lets go of the intent of a send that did not happen, keeps that of a lost answer for the sweep; that of a stored part stays
    /// open for its commit. Not cancelled: what is known of a send must not be forgotten.
    /// </summary>
    public static Task SettleAsync(this IPartLedger ledger, long intent, StoreOutcome outcome) => outcome.Match(
        _ => Task.CompletedTask,
        _ => ledger.AbandonSendAsync(intent, CancellationToken.None),
        _ => ledger.AbandonSendAsync(intent, CancellationToken.None),
        _ => ledger.MarkSendUnknownAsync(intent, CancellationToken.None));
}
