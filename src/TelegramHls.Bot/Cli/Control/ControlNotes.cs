using System.Threading.Channels;
using TelegramHls.Bot.Cli.Errands;

namespace TelegramHls.Bot.Cli.Control;

/// <summary>Sends notes to a verb in their order, and drops old ones when it reads slowly: the latest says it all.</summary>
internal sealed class ControlNotes : IProgress<ErrandNote>, IAsyncDisposable
{
    private const int MostWaiting = 64;

    private readonly Channel<ErrandNote> _notes = Channel.CreateBounded<ErrandNote>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Task _sending;

    public ControlNotes(ControlTalk talk) => _sending = SendAsync(talk);

    public void Report(ErrandNote value) => _notes.Writer.TryWrite(value);

    /// <summary>Returns when all are sent.</summary>
    public async ValueTask DisposeAsync()
    {
        _notes.Writer.TryComplete();

        // A verb that is gone is noticed by whoever answers it.
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task SendAsync(ControlTalk talk)
    {
        await foreach (ErrandNote note in _notes.Reader.ReadAllAsync())
        {
            await talk.WriteAsync(new ControlMessage(note), CancellationToken.None);
        }
    }
}
