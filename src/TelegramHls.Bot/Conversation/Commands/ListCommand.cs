using Telegram.Bot.Types.ReplyMarkups;
using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Ingest;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Conversation.Commands;

/// <summary><c>/list [PAGE]</c>: the sender's videos, newest first.</summary>
internal sealed class ListCommand(Replies replies, VideoQueries videos) : ICommand
{
    private const int PageSize = 8;

    public string Name => "list";

    public string Description => "Your films";

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        int page = int.TryParse(call.Argument, out int asked) && asked > 0 ? asked : 1;
        VideoPage found = await videos.ListAsync(call.Sender.Id, (page - 1) * PageSize, PageSize, cancellationToken);
        if (found.Total == 0)
        {
            await replies.SendAsync(call.Message, "No films yet. Send or forward one to begin.", cancellationToken);
            return;
        }

        int pages = (found.Total + PageSize - 1) / PageSize;
        IEnumerable<string> lines = found.Videos.Select(Line);
        string more = page < pages ? $"\n\nPage {page} of {pages}: /list {page + 1}" : string.Empty;
        InlineKeyboardMarkup buttons = new(found.Videos
            .Where(video => video.State == VideoState.Ready)
            .Select(video => new[] { VideoButtons.ToOpen(video) }));
        await replies.SendAsync(
            call.Message, new MessageContent(string.Join("\n\n", lines) + more, buttons), cancellationToken);
    }

    private static string Line(Video video) =>
        $"{ProgressText.Title(video)}\n{State(video)} · {video.Id}";

    private static string State(Video video) => video.State switch
    {
        VideoState.Ready => ReadyText.Facts(video, VideoSummary.FromJson(video.FactsJson)),
        VideoState.Failed => $"Not taken in. {MessageContent.Escape(video.FailureReason ?? string.Empty)}",
        VideoState.Queued => "Queued",
        _ => "In work",
    };
}
