using Microsoft.Data.Sqlite;

namespace TelegramHls.Catalog.Database;

/// <summary>A connection that waits for other writers inside SQLite and flushes every commit to the disk.</summary>
internal sealed class PatientSqliteConnection : SqliteConnection
{
    // The wait of Microsoft.Data.Sqlite itself polls every 150 ms; SQLite's begins at 1 ms.
    // FULL: NORMAL outlives a kill of the process as well, but after a power loss it may miss the last commits, and
    // then an update that Telegram was told to forget, or the only record of a sent message, is gone. We commit a few
    // times a second at most, so the flush costs nothing that a viewer would see.
    private const string Pragmas = "PRAGMA busy_timeout = 60000; PRAGMA synchronous = FULL;";

    public override void Open()
    {
        base.Open();
        using SqliteCommand command = CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
