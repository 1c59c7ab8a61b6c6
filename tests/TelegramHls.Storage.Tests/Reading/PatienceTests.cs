using TelegramHls.Core.Ropes;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;
using TelegramHls.Storage.Tests.Kit;
using TelegramHls.Testing;

namespace TelegramHls.Storage.Tests.Reading;

/// <summary>How long a reader of a storage that keeps silent waits.</summary>
public sealed class PatienceTests : IDisposable
{
    private readonly CacheRig _rig = new();
    private readonly TaskCompletionSource _answer = new();

    public PatienceTests() => _rig.Source.Gate = token => _answer.Task.WaitAsync(token);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task ReadAsync_OfTheFirstByte_EndsBeforePlayersGiveUp()
    {
        await using PartStream stream = _rig.OpenStream();
        Task reading = stream.ReadExactlyAsync(new byte[10]).AsTask();

        _rig.Clock.Advance(TimeSpan.FromSeconds(7));
        reading.IsCompleted.ShouldBeFalse();
        _rig.Clock.Advance(TimeSpan.FromSeconds(2));

        await Should.ThrowAsync<PartUnavailableException>(() => reading);
    }

    [Fact]
    public async Task ReadAsync_AfterTimeWentIntoOtherThings_WaitsForTheRestOnly()
    {
        await using PartStream stream = _rig.OpenStream();
        _rig.Clock.Advance(TimeSpan.FromSeconds(6));
        Task reading = stream.ReadExactlyAsync(new byte[10]).AsTask();

        _rig.Clock.Advance(TimeSpan.FromSeconds(2));

        await Should.ThrowAsync<PartUnavailableException>(() => reading);
    }

    [Fact]
    public async Task ReadAsync_BehindBytesOfThisMachine_WaitsLongerButNotForEver()
    {
        var patience = new Patience(_rig.Clock);
        await using RopeStream stream = _rig.OpenRope(
            new Rope([new Piece.Inline(new byte[100]), new Piece.Stored(_rig.File.Id, 0, 1000)]), patience);
        Task reading = stream.ReadExactlyAsync(new byte[200]).AsTask();

        _rig.Clock.Advance(TimeSpan.FromSeconds(15));
        reading.IsCompleted.ShouldBeFalse();
        for (int second = 15; second <= 30; second++)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Should.ThrowAsync<PartUnavailableException>(() => reading);
    }
}
