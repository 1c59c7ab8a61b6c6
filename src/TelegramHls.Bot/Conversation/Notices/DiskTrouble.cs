using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;

namespace TelegramHls.Bot.Conversation.Notices;

/// <summary>The disk is below its floor; over once it is a twentieth above.</summary>
internal sealed class DiskTrouble(DataDirectory directory, IOptions<DataOptions> options) : ITroubleSource
{
    private const double Above = 1.05;

    private bool _isLow;

    public Task<IReadOnlyList<Trouble>> LookAsync(CancellationToken cancellationToken)
    {
        long free = directory.FreeBytes();
        long floor = options.Value.MinFreeBytes;
        _isLow = free < (_isLow ? floor * Above : floor);
        return Task.FromResult<IReadOnlyList<Trouble>>(!_isLow
            ? []
            : [
                new Trouble(
                    "disk",
                    $"The disk is nearly full\n{Amount.Bytes(free)} free, below the floor of {Amount.Bytes(floor)}. New films wait until there is room; "
                    + "those that are stored play on.\nFree some space, or lower Data__MinFreeBytes.",
                    "The disk has room again: films go on.",
                    BadFor: TimeSpan.FromSeconds(30),
                    WellFor: TimeSpan.FromMinutes(2)),
            ]);
    }
}
