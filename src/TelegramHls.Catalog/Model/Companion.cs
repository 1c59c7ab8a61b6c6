using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Model;

/// <summary>A stored file that belongs to a video beside its stream and index, such as its poster.</summary>
/// <param name="Name">Unique within the video, such as <c>poster.jpg</c>.</param>
/// <param name="File">The stored file; complete.</param>
/// <param name="Sha256">SHA-256 of the stored file, 64 lower-case hex digits.</param>
public sealed record Companion(string Name, StoredFileId File, string Sha256)
{
    private const int TagLength = 16;

    /// <summary>Changes with the bytes: for entity tags and addresses.</summary>
    public string Tag => TagOf(Sha256);

    /// <summary>The tag of a companion with these bytes.</summary>
    /// <param name="sha256">Their SHA-256, 64 lower-case hex digits.</param>
    public static string TagOf(string sha256) => sha256[..TagLength];
}
