namespace Telegram.Bot.Serialization;

/// <summary>Writes a file as its id or address; a stream as <c>attach://N</c>, to be sent as part N.</summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    // Converters have no state per call. Serialising is synchronous, so the thread's own list serves.
    [ThreadStatic]
    private static List<InputFileStream>? t_files;

    public override bool CanConvert(Type typeToConvert) => typeof(InputFile).IsAssignableFrom(typeToConvert);

    /// <summary>Serialises and returns the streams met on the way, in the order of their numbers.</summary>
    public static byte[] Collect(Func<byte[]> serialize, out IReadOnlyList<InputFileStream> files)
    {
        List<InputFileStream>? outer = t_files;
        List<InputFileStream> met = [];
        t_files = met;
        try
        {
            files = met;
            return serialize();
        }
        finally
        {
            t_files = outer;
        }
    }

    public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InputFile.FromString(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value switch
        {
            InputFileId file => file.Id,
            InputFileUrl file => file.Url.AbsoluteUri,
            InputFileStream file => $"attach://{IndexOf(file)}",
            _ => throw new JsonException($"{value.GetType().Name} cannot be sent"),
        });

    private static int IndexOf(InputFileStream file)
    {
        List<InputFileStream> files = t_files ?? throw new JsonException("This method cannot carry a stream");
        int known = files.FindIndex(other => ReferenceEquals(other, file));
        if (known >= 0)
            return known;
        files.Add(file);
        return files.Count - 1;
    }
}
