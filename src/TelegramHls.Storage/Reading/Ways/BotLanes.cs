using System.Collections.Concurrent;

namespace TelegramHls.Storage.Reading.Ways;

/// <summary>The lane of each bot.</summary>
internal sealed class BotLanes(TimeProvider time)
{
    private readonly ConcurrentDictionary<long, BotLane> _lanes = new();

    public BotLane Of(long bot) => _lanes.GetOrAdd(bot, _ => new BotLane(time));
}
