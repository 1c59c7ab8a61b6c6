using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Upkeep;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Recovery;

/// <summary>Gives back to the disk once a week what the database does not need any more.</summary>
internal sealed class DatabaseVacuum(DatabaseUpkeep database, DataDirectory directory, IOptions<DataOptions> options) : IRecurringJob
{
    public string Name => "database-vacuum";

    public string Title => "Tidy the database";

    public TimeSpan Every => TimeSpan.FromDays(7);

    public bool RunsAtStart => false;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        // While it is written anew it is there twice, and once more in the write-ahead log.
        long free = directory.FreeBytes();
        if (free - (2 * database.Bytes) < options.Value.MinFreeBytes)
        {
            throw new IOException(
                $"Nothing was done: the disk has {Amount.Bytes(free)} free, and {Amount.Bytes(options.Value.MinFreeBytes)} must stay so.");
        }

        long freed = await database.VacuumAsync(cancellationToken);
        return freed > 0
            ? $"Gave {Amount.Bytes(freed)} back to the disk; the database has {Amount.Bytes(database.Bytes)}."
            : $"There was nothing worth giving back; the database has {Amount.Bytes(database.Bytes)}.";
    }
}
