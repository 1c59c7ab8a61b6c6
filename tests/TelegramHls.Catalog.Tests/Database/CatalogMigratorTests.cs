using Microsoft.EntityFrameworkCore;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Database;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Testing;

namespace TelegramHls.Catalog.Tests.Database;

public sealed class CatalogMigratorTests
{
    private const string Shape = """
        select m.name, c.name, c.type, c."notnull", c.pk, '' from sqlite_master m, pragma_table_info(m.name) c
          where m.type = 'table' and m.name not like '\_\_EF%' escape '\' and m.name not like 'sqlite%'
        union all select m.name, i.name, i."unique", c.name, c.seqno, '' from sqlite_master m,
          pragma_index_list(m.name) i, pragma_index_info(i.name) c where m.type = 'table' and m.name not like '\_\_EF%' escape '\'
        union all select m.name, f."table", f."from", f."to", f.on_delete, '' from sqlite_master m,
          pragma_foreign_key_list(m.name) f where m.type = 'table'
        union all select name, 'autoincrement', sql like '%AUTOINCREMENT%', '', '', '' from sqlite_master where type = 'table'
          and name not like '\_\_EF%' escape '\' and name not like 'sqlite%'
        order by 1, 2, 3, 4, 5
        """;

    [Fact]
    public async Task MigrateAsync_EmptyFile_HasTheShapeOfTheModel()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        using var directory = new TempDirectory();
        var database = new CatalogDatabase(new CatalogOptions(), directory.File("model.db"));
        await using CatalogContext context = new CatalogContexts(database).CreateDbContext();
        await context.Database.EnsureCreatedAsync();

        string migrated = await catalog.AskAsync(Shape);

        string model = (await Command.RunAsync("sqlite3", database.FilePath, Shape)).TrimEnd();
        migrated.ShouldBe(model);
        migrated.Split('\n').Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task MigrateAsync_EmptyFile_IsPrivateAndInWriteAheadMode()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await catalog.CreateAsync(Samples.Video());

        foreach (string suffix in new[] { "", "-wal", "-shm" })
            (await Command.RunAsync("stat", "-c", "%a", catalog.FilePath + suffix)).Trim().ShouldBe("600", suffix);
        (await catalog.AskAsync("pragma journal_mode")).ShouldBe("wal");
    }

    [Fact]
    public async Task MigrateAsync_MissingDirectory_MakesItPrivate()
    {
        using var directory = new TempDirectory();
        string inner = directory.File("inner");
        var database = new CatalogDatabase(new CatalogOptions(), Path.Combine(inner, "catalog.db"));

        await new CatalogMigrator(
            database, new CatalogContexts(database), TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<CatalogMigrator>.Instance)
            .MigrateAsync(CancellationToken.None);

        (await Command.RunAsync("stat", "-c", "%a", inner)).Trim().ShouldBe("700");
    }

    [Fact]
    public async Task MigrateAsync_AnythingToMigrate_CopiesFirst()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await catalog.Get<SettingCommands>().SetAsync("kept", "yes", CancellationToken.None);
        // As if the last change were new: its tables are not there, and it is not in the history.
        await catalog.AskAsync("""
            delete from __EFMigrationsHistory where MigrationId like '%_Work';
            drop table inbox; drop table jobs; drop table job_events; drop table users; drop table settings;
            """);
        await catalog.AskAsync("create table marker(x); insert into marker values (42)");

        await catalog.ReopenAsync();

        string copy = $"{catalog.FilePath}.20260101T000000Z.bak";
        (await Command.RunAsync("sqlite3", copy, "select x from marker")).Trim().ShouldBe("42");
        (await Command.RunAsync("sqlite3", copy, "select count(*) from sqlite_master where name = 'users'"))
            .Trim().ShouldBe("0");
        (await Command.RunAsync("stat", "-c", "%a", copy)).Trim().ShouldBe("600");
        (await catalog.Get<UserQueries>().CountAsync(CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task MigrateAsync_NothingToMigrate_CopiesNothingAndKeepsRows()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await catalog.Get<UserCommands>().UpsertAsync(5, "Anna", UserRole.User, CancellationToken.None);

        await catalog.ReopenAsync();

        Directory.GetFiles(Path.GetDirectoryName(catalog.FilePath)!, "*.bak").ShouldBeEmpty();
        (await catalog.Get<UserQueries>().FindAsync(5, CancellationToken.None))!.Name.ShouldBe("Anna");
    }

    [Fact]
    public async Task MigrateAsync_NewerDatabase_IsRefusedAndLeftAlone()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await catalog.AskAsync("insert into __EFMigrationsHistory values ('20990101000000_Future', '99')");

        CatalogTooNewException thrown = await Should.ThrowAsync<CatalogTooNewException>(catalog.ReopenAsync);

        thrown.Message.ShouldContain("20990101000000_Future");
        thrown.Message.ShouldContain(catalog.FilePath);
    }

    [Fact]
    public async Task MigrateAsync_LockLeftByKilledProcess_DoesNotWaitForEver()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        await catalog.AskAsync("""
            delete from __EFMigrationsHistory where MigrationId like '%_Work';
            drop table inbox; drop table jobs; drop table job_events; drop table users; drop table settings;
            create table if not exists __EFMigrationsLock (Id integer primary key, Timestamp text not null);
            insert into __EFMigrationsLock values (1, '2026-01-01 00:00:00');
            """);

        await catalog.ReopenAsync().WaitAsync(TimeSpan.FromSeconds(20));

        (await catalog.Get<UserQueries>().CountAsync(CancellationToken.None)).ShouldBe(0);
    }
}
