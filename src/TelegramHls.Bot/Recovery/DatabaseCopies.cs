using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Upkeep;
using TelegramHls.Jobs.Recurring;

namespace TelegramHls.Bot.Recovery;

/// <summary>Copies the database once a day into the data directory and keeps the last week.</summary>
internal sealed class DatabaseCopies(
    DatabaseUpkeep database, DataDirectory directory, IOptions<DataOptions> options, TimeProvider clock) : IRecurringJob
{
    private const int Kept = 7;
    private const string Unfinished = ".part";

    public string Name => "database-copy";

    public string Title => "Copy the database";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public bool RunsAtStart => false;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        long free = directory.FreeBytes();
        if (free - database.Bytes < options.Value.MinFreeBytes)
        {
            throw new IOException(
                $"No copy was made: the disk has {Amount.Bytes(free)} free, and {Amount.Bytes(options.Value.MinFreeBytes)} must stay so.");
        }

        string path = Path.Combine(directory.Backups, $"telegramhls.{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.db");
        await database.CopyAsync(path + Unfinished, cancellationToken);
        File.Move(path + Unfinished, path, overwrite: true);
        DropOld();
        return $"{Path.GetFileName(path)}, {Amount.Bytes(new FileInfo(path).Length)}, read through and sound.";
    }

    // Names sort by time.
    private void DropOld()
    {
        IEnumerable<string> old = Directory.EnumerateFiles(directory.Backups, "telegramhls.*.db")
            .OrderDescending(StringComparer.Ordinal).Skip(Kept);
        foreach (string path in old.Concat(Directory.EnumerateFiles(directory.Backups, $"*{Unfinished}")).ToList())
        {
            File.Delete(path);
        }
    }
}
