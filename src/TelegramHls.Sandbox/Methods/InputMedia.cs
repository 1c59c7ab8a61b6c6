using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Methods;

/// <summary>What a call says of one file of an album, or of a message's new file.</summary>
internal sealed record InputMedia(MediaKind Kind, string File, string? Thumbnail, MediaTraits Traits, FormattedText Caption)
{
    /// <summary>Finds and checks the files.</summary>
    public AlbumItem Take(Call call) => new(
        FileInput.Read(call, string.Empty, File, Kind, Traits),
        FileInput.Thumbnail(call, Thumbnail),
        Caption);
}

/// <summary>One item with its files, read but not put.</summary>
internal sealed record AlbumItem(DocumentRecord Document, DocumentRecord? Thumbnail, FormattedText Caption);
