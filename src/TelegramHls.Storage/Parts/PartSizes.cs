using System.Security.Cryptography;
using System.Text;
using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Parts;

/// <summary>
/// How long the parts of a video may be. Frozen in the checkpoint of a job: the same bytes and boundaries are cut at
/// the same places again after a restart, also when the settings have changed meanwhile.
/// </summary>
/// <param name="Target">Bytes of a full part, 64 KiB or more.</param>
public sealed record PartSizes(int Target)
{
    /// <summary>The smallest allowed target: 64 KiB.</summary>
    public const int MinTarget = 64 * 1024;

    // A cold start reads the first parts whole, so they begin small and double.
    private const int FirstPart = 1024 * 1024;
    private const int SmallParts = 4;

    // The Bot API spaces uploads of exactly equal length (BOT_API §3), so lengths differ by up to this many bytes.
    private const int Spread = 4093;

    /// <summary>The most bytes that the part at <paramref name="index"/> may have: a pure function of video and index.</summary>
    public int LimitOf(VideoId video, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        int size = index < SmallParts ? Math.Min(Target, FirstPart << index) : Target;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{video}.{index}"));
        return size - (int)(BitConverter.ToUInt32(hash) % Spread);
    }

    /// <summary>The length from which on the part at <paramref name="index"/> ends at the next fragment boundary.</summary>
    public int NearOf(VideoId video, int index)
    {
        int limit = LimitOf(video, index);
        return limit - (limit / 16);
    }
}
