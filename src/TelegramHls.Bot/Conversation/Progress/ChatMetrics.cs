using System.Diagnostics.Metrics;

namespace TelegramHls.Bot.Conversation.Progress;

/// <summary>What an operator counts of what the control bot writes.</summary>
internal static class ChatMetrics
{
    private static readonly Meter Meter = new("TelegramHls.Bot.Conversation");

    /// <summary>Messages and edits, by kind.</summary>
    public static Counter<long> Writes { get; } = Meter.CreateCounter<long>("chat.writes", null, "Messages and edits about films and notices.");

    /// <summary>How often Telegram told the control bot to wait.</summary>
    public static Counter<long> Throttles { get; } = Meter.CreateCounter<long>("chat.throttles", null, "How often the control bot was told to wait (429).");

    /// <summary>Messages that have something to say and wait for the edit budget of their chat.</summary>
    public static UpDownCounter<long> Waiting { get; } = Meter.CreateUpDownCounter<long>(
        "chat.waiting", null, "Messages that have something new to say and wait for the budget of their chat.");

    public static void Wrote(ChatWrite write) => Writes.Add(1, new KeyValuePair<string, object?>("kind", write switch
    {
        ChatWrite.NewMessage => "new",
        ChatWrite.LastEdit => "last_edit",
        _ => "edit",
    }));
}
