using System.Globalization;
using TelegramHls.Core.Ids;

namespace TelegramHls.Storage.Parts;

/// <summary>The file name of a part's document: <c>{video}.{file}.{index, 5 digits}.{first 16 of sha256}.bin</c>.</summary>
/// <param name="Video">The video that the stored file was made for.</param>
/// <param name="File">The stored file.</param>
/// <param name="Index">The part's place in it, from 0.</param>
/// <param name="HashHead">The first 16 lower-case hex digits of the part's SHA-256.</param>
public readonly record struct PartName(VideoId Video, StoredFileId File, int Index, string HashHead)
{
    private const int HeadLength = 16;

    /// <summary>Names the part of that place and hash.</summary>
    /// <param name="video">The video that the stored file was made for.</param>
    /// <param name="file">The stored file.</param>
    /// <param name="index">The part's place in it, from 0.</param>
    /// <param name="sha256">64 lower-case hex digits.</param>
    public static PartName Of(VideoId video, StoredFileId file, int index, string sha256) =>
        new(video, file, index, sha256[..HeadLength]);

    /// <summary>Reads a document's file name; false for a name that is not one of ours.</summary>
    public static bool TryParse(string? text, out PartName name)
    {
        name = default;
        string[] words = text?.Split('.') ?? [];
        if (words is not [var video, var file, { Length: >= 5 } index, { Length: HeadLength } head, "bin"]
            || !Base62.IsValid(video)
            || !Base62.IsValid(file)
            || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || !head.All(char.IsAsciiHexDigitLower))
        {
            return false;
        }

        name = new PartName(VideoId.From(video), StoredFileId.From(file), number, head);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Video}.{File}.{Index:D5}.{HashHead}.bin");
}
