namespace Telegram.Bot.Requests;

/// <summary>A call that may carry files: JSON without a stream among them, else a streamed multipart body.</summary>
/// <param name="methodName">Name of the method.</param>
public abstract class FileRequestBase<TResponse>(string methodName) : RequestBase<TResponse>(methodName)
{
    /// <inheritdoc />
    public override HttpContent? ToHttpContent()
    {
        byte[] json = InputFileConverter.Collect(
            () => JsonSerializer.SerializeToUtf8Bytes(this, GetType(), JsonBotAPI.Options),
            out IReadOnlyList<InputFileStream> files);

        return files.Count == 0 ? Http.JsonBody.From(json) : Http.UploadBody.From(json, files);
    }
}
