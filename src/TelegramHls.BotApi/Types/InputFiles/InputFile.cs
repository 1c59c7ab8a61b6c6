namespace Telegram.Bot.Types;

/// <summary>A file to send: bytes, the id of a file that Telegram has, or an address.</summary>
[JsonConverter(typeof(InputFileConverter))]
public abstract class InputFile
{
    /// <summary>How the file is given.</summary>
    public abstract FileType FileType { get; }

    /// <summary>
    /// The bytes of a stream from where it stands, read while they are sent. Without a length
    /// (<see cref="Stream.CanSeek"/>) they go out in chunks.
    /// </summary>
    public static InputFileStream FromStream(Stream stream, string? fileName = default) => new(stream, fileName);

    /// <summary>A file that Telegram has, by its id for this bot.</summary>
    public static InputFileId FromFileId(string fileId) => new(fileId);

    /// <summary>
    /// A file that the server fetches itself; <c>file:///path</c>, percent-coded, on a local server that sees the path.
    /// </summary>
    public static InputFileUrl FromUri(Uri url) => new(url);

    /// <inheritdoc cref="FromUri(Uri)" />
    public static InputFileUrl FromUri(string url) => new(url);

    /// <summary>An address with a scheme, or else the id of a file.</summary>
    public static InputFile FromString(string urlOrFileId) =>
        urlOrFileId.Contains("://", StringComparison.Ordinal)
        && Uri.TryCreate(urlOrFileId, UriKind.Absolute, out Uri? url)
            ? new InputFileUrl(url)
            : new InputFileId(urlOrFileId);

    /// <summary>The bytes of a stream.</summary>
    public static implicit operator InputFile(Stream stream) => FromStream(stream);

    /// <summary>An address, or else the id of a file.</summary>
    public static implicit operator InputFile(string urlOrFileId) => FromString(urlOrFileId);

    /// <summary>A file that Telegram has.</summary>
    public static implicit operator InputFile(FileBase file) => FromFileId(file.FileId);
}
