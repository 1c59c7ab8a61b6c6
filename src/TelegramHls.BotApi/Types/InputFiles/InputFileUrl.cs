namespace Telegram.Bot.Types;

/// <summary>A file that the server fetches itself.</summary>
[JsonConverter(typeof(InputFileConverter))]
public class InputFileUrl : InputFile
{
    /// <summary>The file at that address.</summary>
    public InputFileUrl(Uri url) => Url = url;

    /// <summary>The file at that address.</summary>
    public InputFileUrl(string url)
        : this(new Uri(url))
    {
    }

    /// <inheritdoc />
    public override FileType FileType => FileType.Url;

    /// <summary>Its address, sent percent-coded.</summary>
    public Uri Url { get; }

    /// <summary>The file at that address.</summary>
    public static implicit operator InputFileUrl(string url) => new(url);
}
