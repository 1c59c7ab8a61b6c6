namespace Telegram.Bot.Types;

/// <summary>A file that Telegram has.</summary>
/// <param name="id">Its id for this bot.</param>
[JsonConverter(typeof(InputFileConverter))]
public class InputFileId(string id) : InputFile
{
    /// <inheritdoc />
    public override FileType FileType => FileType.Id;

    /// <summary>Its id for this bot.</summary>
    public string Id { get; } = id ?? throw new ArgumentNullException(nameof(id));

    /// <summary>A file by its id.</summary>
    public static implicit operator InputFileId(string fileId) => new(fileId);
}
