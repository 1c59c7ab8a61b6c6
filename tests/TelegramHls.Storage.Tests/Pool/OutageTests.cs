using TelegramHls.Storage.Parts;
using TelegramHls.Storage.Pool;
using TelegramHls.Storage.Pool.Status;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Pool;

/// <summary>Nobody of the pool can store anything.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan Hours = TimeSpan.FromHours(5);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Store_AfterHoursWithoutAnyBot_KeepsWhatWasStoredAndSendsTheRest()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: _clock);
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 3_000_000);
        StoreRequest request = rig.NewRequest();
        int before;
        await using (StoredFileWriter writer = await rig.Writers.OpenAsync(request, CancellationToken.None))
        {
            await StorageRig.WriteAsync(writer, source.Bytes.AsMemory(0, 1_500_000));
            await RevokeAllAsync(rig, true);
            await ShouldBeGivenBackAsync(rig, StorageRig.WriteAsync(writer, source.Bytes.AsMemory(1_500_000)));
            before = rig.Ledger.Commits;
        }

        (await rig.CheckPoolAsync()).ShouldBeFalse();
        await Should.ThrowAsync<StorageUnavailableException>(() => rig.Writers.OpenAsync(request, CancellationToken.None));
        _clock.Advance(Hours);
        await RevokeAllAsync(rig, false);
        (await rig.CheckPoolAsync()).ShouldBeTrue();

        StoredFileSummary summary = await rig.StoreAsync(request, source.Bytes);

        before.ShouldBeGreaterThan(0);
        rig.Ledger.Commits.ShouldBe(summary.Parts);
        rig.Pool.Bots.Sum(bot => bot.Bytes).ShouldBe(source.Bytes.Length);
        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task Store_WhenAllBotsMustWaitForLong_IsGivenBackUntilTheyMay()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: _clock);
        await rig.Sandbox.Weather(new { effect = "flood", method = "sendDocument", retry_after = 3600 });
        RandomFile source = await RandomFile.MakeAsync(rig.Temp, 1_000_000);
        StoreRequest request = rig.NewRequest();

        await ShouldBeGivenBackAsync(rig, rig.StoreAsync(request, source.Bytes));

        rig.Pool.Bots.ShouldAllBe(bot => bot.State == BotState.Throttled);
        (await rig.CheckPoolAsync()).ShouldBeFalse();
        await rig.Sandbox.ClearWeather();
        _clock.Advance(TimeSpan.FromHours(1));
        (await rig.CheckPoolAsync()).ShouldBeTrue();
        await rig.StoreAsync(request, source.Bytes);
        (await rig.Sha256Async(request.File)).ShouldBe(source.Sha256);
    }

    [Fact]
    public async Task StoppedSince_FromTheFirstPartThatNobodyCouldTake_UntilOneIsTaken()
    {
        await using StorageRig rig = await StorageRig.StartAsync(bots: 2, time: _clock);
        rig.Pool.StoppedSince.ShouldBeNull();
        await rig.Sandbox.Weather(new { effect = "flood", method = "sendDocument", retry_after = 60 });
        DateTimeOffset began = _clock.GetUtcNow();
        Task storing = rig.StoreAsync(rig.NewRequest(), new byte[1_000_000]);
        while (rig.Pool.StoppedSince is null)
        {
            await Task.Yield();
        }

        await rig.Sandbox.ClearWeather();
        _clock.Advance(TimeSpan.FromSeconds(59));

        rig.Pool.StoppedSince.ShouldBe(began);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await storing;
        rig.Pool.StoppedSince.ShouldBeNull();
    }

    /// <summary>Lets two minutes go by once nothing is on its way any more.</summary>
    private async Task ShouldBeGivenBackAsync(StorageRig rig, Task storing)
    {
        while (rig.Pool.StoppedSince is null)
        {
            await Task.Yield();
        }

        _clock.Advance(TimeSpan.FromMinutes(2));
        await Should.ThrowAsync<StorageUnavailableException>(() => storing);
    }

    private static async Task RevokeAllAsync(StorageRig rig, bool revoked)
    {
        for (int bot = 0; bot < rig.Bots; bot++)
        {
            await rig.Sandbox.Hook("revoke", new { bot = rig.BotId(bot), revoked });
        }
    }
}
