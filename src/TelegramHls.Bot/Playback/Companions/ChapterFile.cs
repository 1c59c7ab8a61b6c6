using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TelegramHls.Catalog.Model;
using TelegramHls.Media.Chapters;

namespace TelegramHls.Bot.Playback.Companions;

/// <summary>The chapters of a film as the WebVTT file that players read.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Tag">Changes with the bytes: for entity tags and addresses.</param>
internal sealed record ChapterFile(byte[] Bytes, string Tag)
{
    /// <summary>The type of WebVTT (W3C WebVTT, section 7).</summary>
    public const string ContentType = "text/vtt; charset=utf-8";

    /// <summary>Null where there are no chapters.</summary>
    public static ChapterFile? Of(ImmutableArray<Chapter> chapters)
    {
        if (chapters.IsEmpty)
        {
            return null;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(ChapterTrack.Write(chapters));
        return new ChapterFile(bytes, Companion.TagOf(Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }
}
