using System.CommandLine;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Cli.Cache;

/// <summary>The verb <c>cache</c>.</summary>
internal static class CacheCommand
{
    private const string StatsShape = "{directory, bytes, parts, maxBytes, freed, indexBytes, companionBytes, freeDiskBytes}";

    public static Command Create(VerbHost host) => new(
        "cache", "Looks after parts that were read back from Telegram.\n\nExample: telegramhls cache stats")
    {
        Stats(
            host,
            new Command("stats", "Tells how full the cache is.\n\nExample: telegramhls cache stats --json"),
            clear: false),
        Stats(
            host,
            new Command("clear", "Empties the cache, but for what is being watched. Nothing is lost: it is read from Telegram again.\n\nExample: telegramhls cache clear"),
            clear: true),
        Warm(host),
    };

    private static Command Stats(VerbHost host, Command command, bool clear)
    {
        Option<bool> json = VerbOptions.Json(StatsShape);
        command.Options.Add(json);
        command.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json))
            .RunAsync<CacheStats>(
                CacheStatsErrand.ErrandName,
                new CacheStatsOrder(clear),
                stats => clear ? [$"{Amount.Bytes(stats.Freed)} became free; {Amount.Bytes(stats.Bytes)} are in use."] : Words(stats),
                cancellationToken));
        return command;
    }

    private static Command Warm(VerbHost host)
    {
        Argument<string[]> ids = VerbOptions.Ids("The films, as telegramhls list shows them.");
        Option<bool> json = VerbOptions.Json("{ok, films: [{id, title, bytes, problem}], cacheBytes}");
        var warm = new Command(
            "warm",
            """
            Reads films into the cache, so that they play without waiting for Telegram.

            Example: telegramhls cache warm 4Fzk0aQ9Xy
            """)
        {
            ids, json,
        };
        warm.SetAction((parsed, cancellationToken) => new ErrandVerb(host, host.Assignments(parsed), parsed.GetValue(json))
            .RunAsync<WarmedFilms>(
                CacheWarmErrand.ErrandName,
                new CacheWarmOrder(parsed.GetRequiredValue(ids)),
                done => done.Films.Select(film => $"{film.Id}  {film.Problem ?? $"{film.Title}: {Amount.Bytes(film.Bytes)} read"}"),
                cancellationToken));
        return warm;
    }

    private static IEnumerable<string> Words(CacheStats stats) =>
    [
        $"parts:      {Amount.Bytes(stats.Bytes)} of {Amount.Bytes(stats.MaxBytes)}, {Amount.Of(stats.Parts, "part")}, in {stats.Directory}",
        $"indexes:    {Amount.Bytes(stats.IndexBytes)}",
        $"companions: {Amount.Bytes(stats.CompanionBytes)}",
        $"free disk:  {Amount.Bytes(stats.FreeDiskBytes)}",
    ];
}
