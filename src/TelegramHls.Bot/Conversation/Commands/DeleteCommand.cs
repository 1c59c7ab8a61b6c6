using TelegramHls.Bot.Access;
using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary><c>/delete ID</c>, or <c>/delete</c> in reply to a film: asks, then a button deletes.</summary>
internal sealed class DeleteCommand(Replies replies, VideoQueries videos, People people) : ICommand
{
    public string Name => "delete";

    public string Description => "Delete a film: /delete ID, or as a reply to it";

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Video? video = await FindAsync(call, cancellationToken);
        if (video is null)
        {
            await replies.SendAsync(
                call.Message,
                call.Argument.Length == 0 && call.Message.ReplyToMessage is null
                    ? "Which one? Reply to the film with /delete, or name it: /list shows the names."
                    : "There is no such film. /list shows what there is.",
                cancellationToken);
            return;
        }

        await replies.SendAsync(
            call.Message,
            DeleteQuestion.Of(video),
            cancellationToken);
    }

    private async Task<Video?> FindAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Video? video = null;
        if (Base62.IsValid(call.Argument))
        {
            video = await videos.FindAsync(VideoId.From(call.Argument), cancellationToken);
        }
        else if (call.Message.ReplyToMessage is { } reply)
        {
            video = await videos.FindByMessageAsync(call.ChatId, reply.Id, cancellationToken);
        }

        bool isOurs = video is not null
            && (video.OwnerId == call.Sender.Id || await people.IsOwnerAsync(call.Sender.Id, cancellationToken));
        return isOurs ? video : null;
    }
}
