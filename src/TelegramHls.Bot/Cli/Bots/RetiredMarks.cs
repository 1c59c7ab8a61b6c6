using System.Globalization;
using TelegramHls.Catalog.Commands;
using TelegramHls.Storage.Pool.Members;

namespace TelegramHls.Bot.Cli.Bots;

/// <summary>Remembers over restarts which bots are to get no new parts.</summary>
internal sealed class RetiredMarks(SettingCommands settings, RetiredBots retired)
{
    private const string Name = "retired-bots";

    /// <summary>Tells the pool what is remembered.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        string? bots = await settings.FindAsync(Name, cancellationToken);
        retired.Set((bots ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(bot => long.Parse(bot, CultureInfo.InvariantCulture)));
    }

    /// <summary>The bot gets no new parts from now on.</summary>
    public Task AddAsync(long bot, CancellationToken cancellationToken) => KeepAsync([.. retired.Bots, bot], cancellationToken);

    /// <summary>It gets some again.</summary>
    public Task RemoveAsync(long bot, CancellationToken cancellationToken) =>
        KeepAsync([.. retired.Bots.Where(other => other != bot)], cancellationToken);

    private async Task KeepAsync(IReadOnlyCollection<long> bots, CancellationToken cancellationToken)
    {
        string? text = bots.Count == 0 ? null : string.Join(',', bots.Distinct().Order());
        await settings.SetAsync(Name, text, cancellationToken);
        retired.Set(bots);
    }
}
