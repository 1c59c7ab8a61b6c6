namespace Telegram.Bot.Types;

/// <summary>A file given by its bytes.</summary>
/// <param name="content">Read from where it stands, not closed.</param>
/// <param name="fileName">Name that receivers see; any language.</param>
[JsonConverter(typeof(InputFileConverter))]
public class InputFileStream(Stream content, string? fileName = default) : InputFile
{
    /// <inheritdoc />
    public override FileType FileType => FileType.Stream;

    /// <summary>The bytes.</summary>
    public Stream Content { get; } = content ?? throw new ArgumentNullException(nameof(content));

    /// <summary>Name that receivers see.</summary>
    public string? FileName { get; } = fileName;

    /// <summary>The bytes of a stream.</summary>
    public static implicit operator InputFileStream(Stream stream) => new(stream);
}
