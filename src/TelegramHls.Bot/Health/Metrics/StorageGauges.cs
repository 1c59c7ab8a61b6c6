using System.Diagnostics.Metrics;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Replicas;

namespace TelegramHls.Bot.Health.Metrics;

/// <summary>How each bot of the pool fares, and what the part cache holds, as instruments.</summary>
internal sealed class StorageGauges(IPoolStatus pool, PartCache cache, IdKeeper ids) : IDisposable
{
    private readonly Meter _meter = new("TelegramHls.Bot.Storage");

    /// <summary>Makes the instruments; they are asked when somebody looks.</summary>
    public void Create()
    {
        _meter.CreateObservableGauge("storage.bot.ready", () => OfBots(bot => bot.State == BotState.Ready ? 1 : 0), null, "1 while the bot takes parts.");
        _meter.CreateObservableGauge("storage.bot.out", () => OfBots(bot => bot.State == BotState.Out ? 1 : 0), null, "1 while its token or its rights are gone.");
        _meter.CreateObservableGauge("storage.bot.in_flight", () => OfBots(bot => bot.InFlight), null, "Sends on their way.");
        _meter.CreateObservableGauge("storage.bot.latency", () => OfBots(bot => bot.Latency?.TotalSeconds ?? 0), "s", "What a send takes, the latest ones counting most.");
        _meter.CreateObservableCounter("storage.bot.calls", () => OfBots(bot => bot.Calls), null, "Sends that ended, well or not.");
        _meter.CreateObservableCounter("storage.bot.failures", () => OfBots(bot => bot.Failures), null, "Sends that were refused or never answered.");
        _meter.CreateObservableCounter("storage.bot.sent", () => OfBots(bot => bot.Bytes), "By", "Bytes stored.");
        _meter.CreateObservableCounter("storage.bot.throttles", () => OfBots(bot => bot.Throttles), null, "How often it was told to wait (429).");
        _meter.CreateObservableCounter("storage.bot.waited", () => OfBots(bot => bot.Waited.TotalSeconds), "s", "For how long in all.");
        _meter.CreateObservableGauge(
            "storage.bot.stranded_parts",
            () => ids.Stranded.Select(bot => new Measurement<long>(bot.Value, new KeyValuePair<string, object?>("bot", bot.Key))),
            null,
            "Parts of a lost bot of which no bot of the pool has an id yet.");
        _meter.CreateObservableGauge("storage.stopped", () => pool.Look().StoppedSince is null ? 0 : 1, null, "1 while parts wait and no bot can take one.");
        _meter.CreateObservableGauge("cache.size", () => cache.Bytes, "By", "Bytes of the parts in the cache, at their full length.");
        _meter.CreateObservableGauge("cache.parts", () => cache.Parts, null, "Parts in the cache.");
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> OfBots(Func<BotStatus, double> value) => pool.Look().Bots.Select(bot =>
        new Measurement<double>(value(bot), new("bot", bot.BotId), new("chat", bot.Chat)));
}
