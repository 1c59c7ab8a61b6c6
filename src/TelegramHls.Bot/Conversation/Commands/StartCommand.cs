namespace TelegramHls.Bot.Conversation.Commands;

/// <summary><c>/start</c> of somebody who may use the bot already; a stranger's is answered at the door.</summary>
internal sealed class StartCommand(Replies replies) : ICommand
{
    public string Name => "start";

    public string Description => "Say hello";

    public Task RunAsync(CommandCall call, CancellationToken cancellationToken) => replies.SendAsync(
        call.Message,
        "Send or forward a film. You get links that play it in a browser, on a phone, on a TV.\n/help says more.",
        cancellationToken);
}
