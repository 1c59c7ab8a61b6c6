using System.Diagnostics;

namespace TelegramHls.Media.Tests.Hostile;

/// <summary>A reader of ours, and sound bytes for it.</summary>
/// <param name="name">For messages.</param>
/// <param name="sound">Bytes that it reads without complaint.</param>
/// <param name="places">Where damage means something.</param>
/// <param name="read">Reads; refuses with <see cref="InvalidDataException"/> and nothing else.</param>
/// <param name="seal">Mends checksums, as an attacker would.</param>
internal sealed class Target(string name, byte[] sound, int[] places, Action<byte[]> read, Action<byte[]>? seal = null)
{
    // Below this the buffers that every reading has weigh more than what a file could claim.
    private const long FreeBytes = 2_000_000;
    private const long BytesPerByte = 64;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public string Name => name;

    public byte[] Sound => sound;

    public byte[] Damage(Mutator mutator)
    {
        byte[] hostile = mutator.Damage(sound, places);
        if (mutator.Next(4) > 0)
        {
            seal?.Invoke(hostile);
        }

        return hostile;
    }

    /// <summary>True when the bytes were read, false when they were refused as they should be.</summary>
    public bool Accepts(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        bool isRead = TryRead(bytes);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.ShouldBeLessThan(FreeBytes + (BytesPerByte * bytes.Length), Describe(bytes));
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Longest, Describe(bytes));
        return isRead;
    }

    private bool TryRead(byte[] bytes)
    {
        try
        {
            read(bytes);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        catch (Exception other) when (other is not ShouldAssertException)
        {
            throw new InvalidOperationException(Describe(bytes), other);
        }
    }

    private string Describe(byte[] bytes)
    {
        int differs = bytes.AsSpan().CommonPrefixLength(sound);
        return $"{name}: {bytes.Length} of {sound.Length} bytes, the first that differs at {differs}: "
            + Convert.ToHexString(bytes.AsSpan(differs, Math.Min(64, bytes.Length - differs)));
    }
}
