using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Files;

/// <summary>
/// Makes and reads file ids: a head that tells the kind, then version, document, a nonce and a signature of the bot.
/// So each bot has ids of its own, several name one file, and another bot's id is well-formed but does not verify.
/// </summary>
internal static class FileIds
{
    private const byte Version = 4;
    private const int HeadLength = 4;
    private const int SignedLength = 13;
    private const int Length = SignedLength + 32;

    public static string Make(BotRecord bot, DocumentRecord document)
    {
        byte[] bytes = new byte[Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), document.Id);
        RandomNumberGenerator.Fill(bytes.AsSpan(9, 4));
        Sign(bot, bytes).CopyTo(bytes, SignedLength);
        return HeadOf(document.Kind) + Base64Url.EncodeToString(bytes);
    }

    /// <summary>Equal for all bots and for each copy of a file; another upload of the same bytes gets another.</summary>
    public static string Unique(DocumentRecord document)
    {
        Span<byte> id = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(id, document.Id);
        return (document.Picture ? "AQAD" : "AgAD") + Base64Url.EncodeToString(id);
    }

    /// <summary>False when the text is no file id; the document is null for one that another bot got.</summary>
    public static bool TryRead(string text, BotRecord bot, out long? document)
    {
        document = null;
        if (text.Length < HeadLength || !KnownHead(text))
        {
            return false;
        }

        byte[] bytes = new byte[Length];
        if (!Base64Url.IsValid(text.AsSpan(HeadLength), out int length)
            || length != Length
            || Base64Url.DecodeFromChars(text.AsSpan(HeadLength), bytes) != Length
            || bytes[0] > Version)
        {
            return false;
        }

        if (CryptographicOperations.FixedTimeEquals(Sign(bot, bytes), bytes.AsSpan(SignedLength)))
        {
            document = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1));
        }

        return true;
    }

    private static byte[] Sign(BotRecord bot, byte[] bytes) =>
        HMACSHA256.HashData(Encoding.ASCII.GetBytes(bot.Secret), bytes.AsSpan(0, SignedLength));

    private static bool KnownHead(string text) =>
        Enum.GetValues<MediaKind>().Any(kind => text.StartsWith(HeadOf(kind), StringComparison.Ordinal));

    private static string HeadOf(MediaKind kind) => kind switch
    {
        MediaKind.Video => "BAAC",
        MediaKind.Animation => "CgAC",
        MediaKind.Audio => "CQAC",
        MediaKind.Voice => "AwAC",
        MediaKind.VideoNote => "DQAC",
        MediaKind.Photo => "AgAC",
        MediaKind.Thumbnail => "AAMC",
        _ => "BQAC",
    };
}
