using TelegramHls.Core.Ids;

namespace TelegramHls.Catalog.Model;

/// <summary>A small stored file that belongs to a video beside its stream and index, such as its poster.</summary>
/// <param name="Name">Unique within the video, such as <c>poster.jpg</c>.</param>
/// <param name="File">The stored file; complete.</param>
/// <param name="Version">Version of the stored file.</param>
public sealed record Companion(string Name, StoredFileId File, int Version)
{
    /// <summary>Changes with the bytes: for entity tags and addresses.</summary>
    public string Tag => $"{File}-{Version}";
}
