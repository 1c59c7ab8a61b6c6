using System.Text;

namespace Telegram.Bot.Http;

/// <summary>
/// A multipart body whose files are read from their streams while they are sent. It has a Content-Length when every
/// stream can tell its length. It closes none of them.
/// </summary>
internal sealed class UploadBody : MultipartContent
{
    private UploadBody()
        : base("form-data", Guid.NewGuid().ToString("N"))
    {
        // The server takes raw UTF-8 in part headers and nothing else for names outside ASCII.
        HeaderEncodingSelector = static (_, _) => Encoding.UTF8;
    }

    /// <summary>True when the streams can be rewound for another attempt.</summary>
    public bool CanRepeat { get; private set; } = true;

    /// <summary>Each property becomes a field, nested values as JSON text; file N becomes part "N".</summary>
    public static UploadBody From(byte[] json, IReadOnlyList<InputFileStream> files)
    {
        var body = new UploadBody();
        using JsonDocument parameters = JsonDocument.Parse(json);
        foreach (JsonProperty parameter in parameters.RootElement.EnumerateObject())
            body.AddField(parameter.Name, TextOf(parameter.Value));
        for (int i = 0; i < files.Count; i++)
            body.AddFile(i, files[i]);
        return body;
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private void AddField(string name, string value)
    {
        var field = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
        field.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"");
        Add(field);
    }

    private void AddFile(int index, InputFileStream file)
    {
        var part = new FilePart(file.Content);
        string name = PartFileName.Escape(file.FileName ?? "file");
        part.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        part.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"{index}\"; filename=\"{name}\"");
        CanRepeat &= file.Content.CanSeek;
        Add(part);
    }
}
