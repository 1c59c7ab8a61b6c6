using System.Text;
using System.Text.Json;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>Top-level fields of a JSON body; a fault in it ends the reading, what came before counts.</summary>
internal static class JsonBody
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };

    public static void Read(ReadOnlySpan<byte> body, Action<string, string> field)
    {
        var reader = new Utf8JsonReader(body, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                long start = reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.String)
                {
                    field(name, reader.GetString()!);
                    continue;
                }

                bool nothing = reader.TokenType == JsonTokenType.Null;
                reader.Skip();
                if (!nothing)
                {
                    field(name, Encoding.UTF8.GetString(body[(int)start..(int)reader.BytesConsumed]));
                }
            }
        }
        catch (JsonException)
        {
            // The server uses the fields before the fault; the method then misses the others.
        }
    }
}
