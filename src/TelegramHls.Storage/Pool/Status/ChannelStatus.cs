namespace TelegramHls.Storage.Pool.Status;

/// <summary>How one channel of the pool fares: the sum of the bots that store in it.</summary>
/// <param name="Chat">The channel, as configured.</param>
/// <param name="State">What the best of its bots can do.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastError">What last went wrong there, of a bot that cannot store if there is one; null when nothing ever did.</param>
/// <param name="Bots">Bots that store in it.</param>
/// <param name="Calls">Sends that ended, well or not.</param>
/// <param name="Bytes">Bytes stored.</param>
/// <param name="Throttles">How often a bot was told to wait there.</param>
public sealed record ChannelStatus(
    string Chat,
    BotState State,
    DateTimeOffset Since,
    string? LastError,
    int Bots,
    long Calls,
    long Bytes,
    long Throttles)
{
    internal static IReadOnlyList<ChannelStatus> Of(IEnumerable<BotStatus> bots) =>
        [.. bots.GroupBy(bot => bot.Chat, StringComparer.Ordinal).Select(chat => Of(chat.Key, [.. chat]))];

    private static ChannelStatus Of(string chat, BotStatus[] bots)
    {
        BotState best = bots.Min(bot => bot.State);
        IEnumerable<DateTimeOffset> since = bots.Where(bot => bot.State == best).Select(bot => bot.Since);
        return new ChannelStatus(
            chat,
            best,
            best == BotState.Ready ? since.Min() : since.Max(),
            bots.OrderByDescending(bot => bot.State).Select(bot => bot.LastError).FirstOrDefault(error => error is not null),
            bots.Length,
            bots.Sum(bot => bot.Calls),
            bots.Sum(bot => bot.Bytes),
            bots.Sum(bot => bot.Throttles));
    }
}
