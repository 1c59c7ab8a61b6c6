using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>The data directory can be written, and its disk is above the floor.</summary>
internal sealed class DataDirectoryCheck(Setup setup) : ICheck
{
    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        string existing = Existing(setup.DataRoot);
        return Task.FromResult<IReadOnlyList<Finding>>([Writable(existing), Room(existing)]);
    }

    /// <summary>The directory, or the nearest one above it that is there: nothing is made by a check.</summary>
    private static string Existing(string path) =>
        Directory.Exists(path) ? path : Existing(Path.GetDirectoryName(path)!);

    private Finding Writable(string existing)
    {
        try
        {
            string trial = Path.Combine(existing, $".telegramhls-{Guid.NewGuid():N}");
            using (File.Create(trial, 1, FileOptions.DeleteOnClose))
            {
                return Finding.Ok("Data:Directory", existing == setup.DataRoot
                    ? $"{setup.DataRoot} can be written"
                    : $"{setup.DataRoot} is not there yet and can be made");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Finding.Error(
                "Data:Directory",
                $"{existing} cannot be written: {error.Message}",
                "set it to a directory that this user may write");
        }
    }

    private Finding Room(string existing)
    {
        long free = new DriveInfo(existing).AvailableFreeSpace;
        long floor = long.TryParse(setup.Configuration["Data:MinFreeBytes"], out long given) ? given : new DataOptions().MinFreeBytes;
        return free >= floor
            ? Finding.Ok("Data:MinFreeBytes", $"{Amount.Bytes(free)} free, and {Amount.Bytes(floor)} must stay so")
            : Finding.Error(
                "Data:MinFreeBytes",
                $"{Amount.Bytes(free)} free, and {Amount.Bytes(floor)} must stay so: no film is taken in",
                "free some space, or lower it");
    }
}
