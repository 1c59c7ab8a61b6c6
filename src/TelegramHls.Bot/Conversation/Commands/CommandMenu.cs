using Telegram.Bot;
using Telegram.Bot.Types;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary>The commands as Telegram's menu and <c>/help</c> list them.</summary>
internal sealed class CommandMenu(ControlBot bot, IServiceProvider services)
{
    // Resolved late: /help lists the commands, and is one of them.
    public IEnumerable<ICommand> Commands => services.GetServices<ICommand>();

    /// <summary>Tells Telegram what the menu shows.</summary>
    public Task PublishAsync(CancellationToken cancellationToken) => bot.Client.SetMyCommands(
        Commands.Select(command => new BotCommand(command.Name, command.Description)),
        cancellationToken: cancellationToken);
}
