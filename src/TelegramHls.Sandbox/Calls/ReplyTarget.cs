using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Parsing;

namespace TelegramHls.Sandbox.Calls;

/// <summary>What a send replies to, in the new form or the old one.</summary>
internal sealed record ReplyTarget(int MessageId, bool MayMiss)
{
    public static ReplyTarget? Read(Parameters parameters)
    {
        if (parameters.Json("reply_parameters", "can't parse reply parameters JSON object") is JsonObject reply)
        {
            return Of(
                Numbers.Read(reply["message_id"]?.ToString() ?? string.Empty),
                Numbers.Truth(reply["allow_sending_without_reply"]?.ToString() ?? string.Empty));
        }

        return Of(parameters.Number("reply_to_message_id"), parameters.Flag("allow_sending_without_reply"));
    }

    private static ReplyTarget? Of(long id, bool mayMiss) =>
        id > 0 ? new ReplyTarget((int)Math.Min(id, int.MaxValue), mayMiss) : null;
}
