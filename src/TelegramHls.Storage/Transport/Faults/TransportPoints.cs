namespace TelegramHls.Storage.Transport.Faults;

/// <summary>Names of the moments around calls to Telegram: <c>telegram.CALL.before</c> and <c>telegram.CALL.after</c>.</summary>
public static class TransportPoints
{
    /// <summary>The download of a file's bytes over HTTP; a local server's files are opened in place.</summary>
    public const string Download = "download";

    /// <summary>The calls that storage makes: methods of the Bot API, and <see cref="Download"/>.</summary>
    public static IReadOnlyList<string> Calls { get; } =
    [
        "sendDocument",
        "copyMessage",
        "forwardMessage",
        "deleteMessage",
        "deleteMessages",
        "editMessageMedia",
        "getFile",
        Download,
        "getMe",
        "getChat",
        "getChatMember",
        "getWebhookInfo",
    ];

    /// <summary>All points of those calls. The control bot's other calls have theirs as well, by the same rule.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Calls.SelectMany(call => new[] { Before(call), After(call) })];

    /// <summary>Nothing has left the program.</summary>
    public static string Before(string call) => $"telegram.{call}.before";

    /// <summary>Telegram has done it; its answer is not seen yet. Of a download: its head came in.</summary>
    public static string After(string call) => $"telegram.{call}.after";

    /// <summary>What a request asks for: a method, or <see cref="Download"/>.</summary>
    internal static string CallOf(Uri address)
    {
        string[] words = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int bot = Array.FindIndex(words, word => word.StartsWith("bot", StringComparison.Ordinal) && word.Contains(':'));
        return bot > 0 && words[bot - 1] == "file" ? Download : words[^1];
    }
}
