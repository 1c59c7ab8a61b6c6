namespace TelegramHls.BotApi.Tests.Wire;

/// <summary>What a Bot API server answers when it refuses, one row per description that a client must know.</summary>
public static class Refusals
{
    public static TheoryData<int, string> Rows => new()
    {
        { 401, "Unauthorized" },
        { 401, "Unauthorized: invalid token specified" },
        { 421, "Misdirected Request: unallowed token specified" },
        { 401, "Unauthorized: invalid api-id/api-hash" },
        { 404, "Not Found" },
        { 404, "Not Found: method not found" },
        { 400, "Logged out" },
        { 400, "Bad Request: the bot has already been closed" },
        {
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            + "use deleteWebhook to delete the webhook first"
        },
        {
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        },
        { 409, "Conflict: terminated by setWebhook request" },
        { 409, "Conflict: terminated by other setWebhook" },
        { 500, "Internal Server Error: restart" },
        { 413, "Request Entity Too Large" },
        { 502, "Bad Gateway" },
        { 504, "Gateway Timeout" },
        { 400, "Bad Request: chat not found" },
        { 400, "Bad Request: chat_id is empty" },
        { 403, "Forbidden: bot was blocked by the user" },
        { 403, "Forbidden: user is deactivated" },
        { 403, "Forbidden: bot can't initiate conversation with a user" },
        { 403, "Forbidden: the bot can't send messages to the bot" },
        { 403, "Forbidden: bot was kicked from the group chat" },
        { 403, "Forbidden: bot was kicked from the supergroup chat" },
        { 403, "Forbidden: bot was kicked from the channel chat" },
        { 403, "Forbidden: bot is not a member of the channel chat" },
        { 400, "Bad Request: need administrator rights in the channel chat" },
        { 400, "Bad Request: have no write access to the chat" },
        { 400, "Bad Request: not enough rights to send documents to the chat" },
        { 400, "Bad Request: not enough rights to manage pinned messages in the chat" },
        { 400, "Bad Request: member list is inaccessible" },
        { 400, "Bad Request: there are no administrators in the private chat" },
        { 400, "Bad Request: message to delete not found" },
        { 400, "Bad Request: message can't be deleted" },
        { 400, "Bad Request: message can't be deleted for everyone" },
        { 400, "Bad Request: message identifier is not specified" },
        { 400, "Bad Request: too many message identifiers specified" },
        { 400, "Bad Request: message to edit not found" },
        { 400, "Bad Request: message to forward not found" },
        { 400, "Bad Request: message to be replied not found" },
        { 400, "Bad Request: message can't be edited" },
        { 400, "Bad Request: there is no text in the message to edit" },
        {
            400,
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
            + "as a current content and reply markup of the message"
        },
        { 400, "Bad Request: message has protected content and can't be forwarded" },
        { 400, "Bad Request: messages can't be forwarded" },
        { 400, "Bad Request: file is too big" },
        { 400, "Bad Request: wrong file_id or the file is temporarily unavailable" },
        { 400, "Bad Request: invalid file_id" },
        { 400, "Bad Request: file_id not specified" },
        { 400, "Bad Request: wrong file identifier/HTTP URL specified" },
        { 400, "Bad Request: failed to get HTTP URL content" },
        { 400, "Bad Request: there is no document in the request" },
        { 400, "Bad Request: file must be non-empty" },
        { 400, "Bad Request: can't find real file path" },
        { 400, "Bad Request: message text is empty" },
        { 400, "Bad Request: message is too long" },
        { 400, "Bad Request: message caption is too long" },
        { 400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0" },
        { 400, "Bad Request: unsupported parse_mode" },
        { 400, "Bad Request: inline keyboard button URL 'http://localhost:8080/w' is invalid: Wrong HTTP URL" },
        {
            400,
            "Bad Request: inline keyboard button Web App URL 'http://a.b' is invalid: Only HTTPS links are allowed"
        },
        { 400, "Bad Request: BUTTON_DATA_INVALID" },
        { 400, "Bad Request: reply markup is too long" },
        { 400, "Bad Request: query is too old and response timeout expired or query ID is invalid" },
        { 400, "Bad Request: bad webhook: HTTPS url must be provided for webhook" },
        { 400, "Bad Request: invalid webhook URL specified" },
        { 400, "Bad Request: secret token is too long" },
        { 400, "Bad Request: secret token contains unallowed characters" },
        { 400, "Bad Request: CHAT_ADMIN_REQUIRED" },
    };
}
