using Telegram.Bot.Types;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary>Finds the command that a text asks for.</summary>
internal sealed class CommandRouter(ControlBot bot, IEnumerable<ICommand> commands, Replies replies)
{
    /// <summary>Runs the command of the message; text that is none gets a hint.</summary>
    public async Task RunAsync(Message message, CancellationToken cancellationToken)
    {
        CommandCall? call = CommandCall.Read(message, bot.Me?.Username);
        ICommand? command = commands.FirstOrDefault(candidate => candidate.Name == call?.Name);
        if (call is not null && command is not null)
        {
            await command.RunAsync(call, cancellationToken);
        }
        else if (call is not null)
        {
            await replies.SendAsync(message, $"There is no command /{call.Name}. /help lists what there is.", cancellationToken);
        }
        else if (message.Chat.Type == Telegram.Bot.Types.Enums.ChatType.Private && IsFromAPerson(message))
        {
            await replies.SendAsync(message, "Send or forward a film, and you get links that play it. /help says more.", cancellationToken);
        }
    }

    /// <summary>Service messages (a pin, a new title) need no answer.</summary>
    private static bool IsFromAPerson(Message message) =>
        message.Text is not null || message.Photo is not null || message.Sticker is not null || message.Voice is not null;
}
