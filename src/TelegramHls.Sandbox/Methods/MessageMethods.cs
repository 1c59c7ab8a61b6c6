using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Events;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Methods;

/// <summary>Text messages, chat actions, answers to taps.</summary>
internal static class MessageMethods
{
    private const int LongestAnswer = 200;

    private static readonly string[] Actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "record_audio",
        "upload_audio", "upload_document", "choose_sticker", "find_location", "pick_up_location", "record_video_note",
        "upload_video_note", "cancel",
    ];

    public static void AddTo(MethodTable table)
    {
        table.Add("sendMessage", SendMessage);
        table.Add("sendChatAction", SendChatAction);
        table.Add("answerCallbackQuery", AnswerCallbackQuery);
    }

    private static JsonNode SendMessage(Call call, Change change)
    {
        FormattedText text = FormattedText.ReadText(call.Parameters);
        Draft draft = Draft.Begin(call, "text messages");
        return Draft.Send(change, draft.Message(change, call) with
        {
            Text = text.Text,
            Entities = text.Entities,
            NoPreview = PreviewIsOff(call.Parameters),
        });
    }

    /// <summary>What <c>link_preview_options</c> of a text message asks for.</summary>
    public static bool PreviewIsOff(Parameters parameters) =>
        parameters.Json("link_preview_options", "can't parse link preview options JSON object") is JsonObject options
        && Numbers.Truth(options["is_disabled"]?.ToString() ?? string.Empty);

    private static JsonNode SendChatAction(Call call, Change change)
    {
        string action = call.Parameters.Text("action").ToLowerInvariant();
        if (!Actions.Contains(action))
        {
            throw ApiFaultException.BadRequest("wrong parameter action in request");
        }

        ChatRecord chat = Targets.Find(call);
        Targets.RequireInside(call, chat);
        call.World.Watchers.Tell(call.World, new ChatAction(chat.Key, call.BotId, action));
        return true;
    }

    private static JsonNode AnswerCallbackQuery(Call call, Change change)
    {
        string id = call.Parameters.Text("callback_query_id");
        if (!call.World.Callbacks.TryGetValue(id, out CallbackRecord? callback)
            || callback.Bot != call.BotId
            || callback.Answered
            || callback.Date + CallbackRecord.Life <= change.Now)
        {
            throw ApiFaultException.BadRequest(
                "query is too old and response timeout expired or query ID is invalid");
        }

        string text = call.Parameters.Text("text");
        if (text.Length > LongestAnswer)
        {
            throw ApiFaultException.BadRequest("MESSAGE_TOO_LONG");
        }

        change.Put(callback with
        {
            Answered = true,
            Text = text,
            Alert = call.Parameters.Flag("show_alert"),
            Url = call.Parameters.Has("url") ? call.Parameters.Text("url") : null,
        });
        return true;
    }
}
