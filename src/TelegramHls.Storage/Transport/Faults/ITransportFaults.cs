namespace TelegramHls.Storage.Transport.Faults;

/// <summary>Tells what a test asked to happen before and after each call to Telegram. Without one nothing happens anywhere.</summary>
public interface ITransportFaults
{
    /// <summary>Does what was asked for at the point, as far as it is a matter of this program; returns what the call is to meet.</summary>
    /// <param name="point">As <see cref="TransportPoints"/> names it.</param>
    /// <param name="cancellationToken">The caller gives the call up.</param>
    /// <returns>Null when the call goes on undisturbed.</returns>
    ValueTask<TransportFault?> ReachAsync(string point, CancellationToken cancellationToken);
}
