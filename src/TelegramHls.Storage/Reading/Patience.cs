using TelegramHls.Core.Ids;
using TelegramHls.Storage.Cache;

namespace TelegramHls.Storage.Reading;

/// <summary>
/// How long one reader waits for bytes that are not there: until a fixed moment for the first ones, since players give up
/// after about ten seconds without an answer, and for some time whenever it comes to stand in the middle.
/// </summary>
public sealed class Patience
{
    /// <summary>Within which the first byte has to come: 8 s.</summary>
    public static readonly TimeSpan ForFirstByte = TimeSpan.FromSeconds(8);

    /// <summary>Within which each further byte has to come: 30 s.</summary>
    public static readonly TimeSpan InTheMiddle = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly long _start;
    private bool _hasBegun;

    /// <summary>The time for the first byte runs from now on.</summary>
    public Patience(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>How long a wait that begins now may last; 0 or more.</summary>
    public TimeSpan Left
    {
        get
        {
            TimeSpan left = ForFirstByte - _time.GetElapsedTime(_start);
            return _hasBegun ? InTheMiddle : left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Waits for work as long as a player waits. The work goes on and is done when the player comes back.</summary>
    /// <param name="work">Brings back something that is made of <paramref name="file"/>.</param>
    /// <param name="file">The stored file.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PartUnavailableException">It took too long.</exception>
    public async Task WaitAsync(Task work, StoredFileId file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work.WaitAsync(Left, _time, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new PartUnavailableException(file, 0, exception);
        }
    }

    /// <summary>Bytes have come: from now on waits are waits in the middle.</summary>
    public void Begin() => _hasBegun = true;
}
