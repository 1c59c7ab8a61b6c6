using System.Text.Json;
using System.Text.Json.Serialization;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Journal;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(List<Entity>))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    public static byte[] Write(List<Entity> entries) => JsonSerializer.SerializeToUtf8Bytes(entries, Default.ListEntity);

    public static List<Entity> Read(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, Default.ListEntity) ?? [];
}
