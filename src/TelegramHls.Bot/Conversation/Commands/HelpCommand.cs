using Microsoft.Extensions.Options;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Wording;
using TelegramHls.Storage.Pool;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary><c>/help</c>: what one can do, and the limits that are in force here; <c>/help local</c>: how to lift Telegram's.</summary>
internal sealed class HelpCommand(
    Replies replies, CommandMenu menu, IOptions<TelegramOptions> telegram, SourceLimit limit) : ICommand
{
    public string Name => "help";

    public string Description => "What this bot can do";

    public Task RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        replies.SendAsync(call.Message, call.Argument == "local" ? Local() : General(), cancellationToken);

    private string General()
    {
        string commands = string.Join('\n', menu.Commands.Select(command => $"/{command.Name} – {command.Description}"));
        string more = telegram.Value.Local ? string.Empty : "\nLarger ones: /help local";
        return $"Send or forward a film. It is kept in Telegram and played from there.\n"
            + $"Subtitles: send a .srt, .vtt or .ass file as a reply to the film.\n\n{commands}\n\n"
            + $"Films of up to {Amount.Bytes(WholeMegabytes(limit.Bytes))}.{more}";
    }

    /// <summary>Never more than goes through: Telegram's 20 MiB are 20.97 MB.</summary>
    private static double WholeMegabytes(long bytes) => Math.Floor(bytes / 1e6) * 1e6;

    private static string Local() =>
        "Telegram's cloud server lets bots read files of up to 20 MB.\n"
        + "Run the local Bot API server, then set Telegram__ApiUrl to its address and Telegram__Local to true: "
        + "films of up to 2 GB go through.";
}
