using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using TelegramHls.Bot.Access;
using TelegramHls.Bot.Access.SignIn;
using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary><c>/dashboard</c>: a link that signs the owner in, once.</summary>
internal sealed class DashboardCommand(Replies replies, People people, SignInLinks links, PublicUrl publicUrl) : ICommand
{
    public string Name => "dashboard";

    public string Description => "Jobs, library and system in the browser (owner)";

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (!await people.IsOwnerAsync(call.Sender.Id, cancellationToken))
        {
            await replies.SendAsync(call.Message, "Only the owner of this bot can open the dashboard.", cancellationToken);
        }
        else if (call.Message.Chat.Type != ChatType.Private)
        {
            // Whoever reads the link first is signed in by it.
            await replies.SendAsync(call.Message, "Others can read along here. Send me /dashboard in our own chat.", cancellationToken);
        }
        else
        {
            await replies.SendAsync(call.Message, Answer(publicUrl.To(links.Make(call.Sender.Id))), cancellationToken);
        }
    }

    private MessageContent Answer(string link)
    {
        const string Text = "This link signs you in. It works once, within five minutes.";
        return VideoButtons.CanCarry(publicUrl)
            ? new MessageContent(Text, new InlineKeyboardMarkup([[InlineKeyboardButton.WithUrl("Open the dashboard", link)]]))
            : new MessageContent($"{Text}\n{link}", Buttons: null);
    }
}
