namespace TelegramHls.Storage.Pool.Status;

/// <summary>How the pool fared at one moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Bots">Each bot with its channel, in the order of the configuration.</param>
/// <param name="StoppedSince">
/// Since when parts wait and no bot can take one (out, resting or told to wait); null while nothing is stopped.
/// </param>
public sealed record PoolSnapshot(DateTimeOffset At, IReadOnlyList<BotStatus> Bots, DateTimeOffset? StoppedSince)
{
    /// <summary>Each channel, with what its bots did there.</summary>
    public IReadOnlyList<ChannelStatus> Channels { get; } = ChannelStatus.Of(Bots);

    /// <summary>True while at least one bot is not out.</summary>
    public bool CanStore => Bots.Any(bot => bot.State != BotState.Out);
}
