using TelegramHls.Catalog.Audit;

namespace TelegramHls.Catalog.Tests.Audit;

public sealed class AuditCommandsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task WriteAsync_ForEachAction_SaysWhoDidWhatWhen()
    {
        await using CatalogOnDisk catalog = await CatalogOnDisk.MakeAsync();
        var audit = catalog.Get<AuditCommands>();

        await audit.WriteAsync("Robin (7)", "retry", "job1", "from Store", None);
        catalog.Clock.Advance(TimeSpan.FromMinutes(2));
        await audit.WriteAsync("Robin (7)", [("cancel", "job1", null), ("cancel", "job2", null)], None);

        AuditPage all = await catalog.Get<AuditQueries>().ListAsync(target: null, skip: 0, take: 2, None);
        all.Total.ShouldBe(3);
        all.Lines.Select(line => line.Target).ShouldBe(["job2", "job1"]);
        AuditPage one = await catalog.Get<AuditQueries>().ListAsync("job1", skip: 0, take: 9, None);
        one.Lines.Select(line => (line.Who, line.Action, line.Detail)).ShouldBe(
            [("Robin (7)", "cancel", null), ("Robin (7)", "retry", "from Store")]);
        (one.Lines[0].At - one.Lines[1].At).ShouldBe(TimeSpan.FromMinutes(2));
    }
}
