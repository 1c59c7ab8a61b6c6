using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Conversation.Wording;

/// <summary>What is asked before a film is deleted, by command or by button.</summary>
internal static class DeleteQuestion
{
    public static MessageContent Of(Video video) => new(
        $"Delete {ProgressText.Title(video)}?\nIts links stop working and its bytes are removed from Telegram.",
        VideoButtons.ToConfirmDelete(video.Id));
}
