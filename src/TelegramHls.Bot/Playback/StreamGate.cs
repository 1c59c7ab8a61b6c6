using Microsoft.Extensions.Options;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Playback;

/// <summary>Counts the bodies of films that are being served and keeps them below <c>Server:MaxStreams</c>.</summary>
internal sealed class StreamGate(IOptions<ServerOptions> options)
{
    private int _open;

    /// <summary>Bodies being served now.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>False when there are too many already; else <see cref="Leave"/> must follow.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= options.Value.MaxStreams)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _open);
}
