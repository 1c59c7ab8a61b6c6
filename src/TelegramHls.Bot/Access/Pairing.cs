using System.Security.Cryptography;
using System.Text;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Access;

/// <summary>Makes the first person an owner: by a code that only the operator can read.</summary>
internal sealed class Pairing(People people, ILogger<Pairing> logger)
{
    private const int CodeLength = 10;

    private string? _code;

    /// <summary>Prints a new code when nobody owns the bot yet.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        if (await people.FindOwnerAsync(cancellationToken) is not null)
        {
            return;
        }

        _code = Base62.Random(CodeLength);
        Log.PairingOpen(logger);

        // Standard output only: whoever reads the log file later must not become the owner.
        await Console.Out.WriteLineAsync($"pairing: send /start {_code} to the bot to become its owner");
    }

    /// <summary>Takes the code once; the sender becomes the owner.</summary>
    /// <returns>False when the code is wrong or none is open.</returns>
    public async Task<bool> TryPairAsync(long userId, string name, string code, CancellationToken cancellationToken)
    {
        string? open = _code;
        if (open is null
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(open), Encoding.UTF8.GetBytes(code))
            || Interlocked.CompareExchange(ref _code, null, open) != open)
        {
            return false;
        }

        bool paired = await people.TryBecomeOwnerAsync(userId, name, cancellationToken);
        if (paired)
        {
            Log.Paired(logger, userId);
        }

        return paired;
    }
}
