using Microsoft.Data.Sqlite;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Upkeep;
using TelegramHls.Testing;

namespace TelegramHls.Catalog.Tests.Upkeep;

public sealed class DatabaseUpkeepTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task CopyAsync_WhileOthersWrite_IsTheDatabaseOfOneMomentForThisUserAlone()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        using var directory = new TempDirectory();
        SettingCommands settings = catalog.Get<SettingCommands>();
        await settings.SetAsync("before", "yes", None);
        string path = directory.File("copy.db");
        await File.WriteAllTextAsync(path, "half a copy of yesterday");

        Task writing = Parallel.ForAsync(0, 40, async (i, token) => await settings.SetAsync($"while-{i}", "yes", token));
        await catalog.Get<DatabaseUpkeep>().CopyAsync(path, None);
        await writing;

        (await Command.RunAsync("sqlite3", path, "pragma integrity_check; select value from settings where name = 'before'"))
            .ShouldBe("ok\nyes\n");
        (await Command.RunAsync("stat", "-c", "%a", path)).Trim().ShouldBe("600");
        (await catalog.AskAsync("select count(*) from settings where name like 'while-%'")).ShouldBe("40");
    }

    [Fact]
    public async Task CopyAsync_DamagedDatabase_IsRefused()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        using var directory = new TempDirectory();

        await catalog.AskAsync("create table films(x); insert into films select randomblob(4000) from generate_series(1, 50); pragma wal_checkpoint(truncate)");
        byte[] nothing = new byte[20 * 4096];
        await using (FileStream file = File.OpenWrite(catalog.FilePath))
        {
            file.Position = file.Length - nothing.Length;
            await file.WriteAsync(nothing);
        }

        await Should.ThrowAsync<SqliteException>(() => catalog.Get<DatabaseUpkeep>().CopyAsync(directory.File("copy.db"), None));
    }

    [Fact]
    public async Task VacuumAsync_MuchWasDeleted_GivesItBackAndKeepsTheRest()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await catalog.Get<SettingCommands>().SetAsync("kept", "yes", None);
        await catalog.AskAsync("""
            create table air(x); insert into air select randomblob(100000) from generate_series(1, 40); drop table air;
            pragma wal_checkpoint(truncate);
            """);
        DatabaseUpkeep upkeep = catalog.Get<DatabaseUpkeep>();

        (await upkeep.VacuumAsync(None)).ShouldBeGreaterThan(3_900_000);

        upkeep.Bytes.ShouldBeLessThan(1_000_000);
        (await upkeep.VacuumAsync(None)).ShouldBe(0);
        (await catalog.AskAsync("pragma integrity_check; select value from settings where name = 'kept'")).ShouldBe("ok\nyes");
    }
}
