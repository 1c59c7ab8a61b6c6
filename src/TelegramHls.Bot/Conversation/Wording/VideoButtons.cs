using Telegram.Bot.Types.ReplyMarkups;
using TelegramHls.Bot.Conversation.SideFiles;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Playback;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Conversation.Wording;

/// <summary>Buttons under the message about a video, and what a tap on one carries.</summary>
internal static class VideoButtons
{
    public const string Cancel = "cancel";
    public const string Details = "details";
    public const string Delete = "delete";
    public const string ConfirmDelete = "delete!";
    public const string Keep = "keep";
    public const string Open = "open";
    public const string TryNow = "try";
    public const string RemoveSubtitles = "unsub";

    // More would hide the film's own buttons.
    private const int MostToRemove = 5;

    /// <summary>Telegram refuses a button whose host has no dot, such as <c>localhost</c>.</summary>
    public static bool CanCarry(PublicUrl publicUrl) =>
        new Uri(publicUrl.Value) is var address && (address.Host.Contains('.') || address.HostNameType == UriHostNameType.IPv6);

    /// <summary>Buttons of a film in work.</summary>
    /// <param name="video">The film.</param>
    /// <param name="isStorageAway">It waits for storage: that may be tried at once.</param>
    /// <param name="addresses">Where it plays already; null when it does not, or Telegram refuses such addresses on buttons.</param>
    public static InlineKeyboardMarkup WhileInWork(VideoId video, bool isStorageAway, ShareAddresses? addresses = null)
    {
        InlineKeyboardButton cancel = Tap("Cancel", Cancel, video);
        InlineKeyboardButton[] work = isStorageAway ? [Tap("Try now", TryNow, video), cancel] : [cancel];
        return new(addresses is null ? [work] : [ToPlay(addresses), work]);
    }

    public static InlineKeyboardMarkup WhenReady(VideoId video, ShareAddresses addresses) => new(
    [
        ToPlay(addresses),
        [InlineKeyboardButton.WithUrl("Stream", addresses.Stream), InlineKeyboardButton.WithUrl("Download", addresses.Download)],
        [Tap("Details", Details, video), Tap("Delete", Delete, video)],
    ]);

    public static InlineKeyboardMarkup WithoutLinks(VideoId video) =>
        new([[Tap("Details", Details, video), Tap("Delete", Delete, video)]]);

    public static InlineKeyboardMarkup ToConfirmDelete(VideoId video) =>
        new([[Tap("Yes, delete", ConfirmDelete, video), Tap("Keep it", Keep, video)]]);

    /// <summary>Opens the card of a video from a list.</summary>
    public static InlineKeyboardButton ToOpen(Video video) => Tap(video.Title, Open, video.Id);

    /// <summary>One button for each of these tracks that a person added; null where none was.</summary>
    public static InlineKeyboardMarkup? ToRemoveSubtitles(VideoId video, IEnumerable<VideoTrack> tracks)
    {
        InlineKeyboardButton[][] rows =
        [
            .. from track in tracks
               let message = AddedSubtitles.MessageOf(track)
               where message is not null
               select new[] { InlineKeyboardButton.WithCallbackData($"Remove {TrackWords.Of(track).Name}", $"{RemoveSubtitles}:{video}:{message}") },
        ];
        return rows.Length == 0 ? null : new(rows.Take(MostToRemove));
    }

    /// <summary>Splits what a tap carries: what to do, with which video, and with what of it; null when it is not ours.</summary>
    public static (string Action, VideoId Video, string Detail)? Read(string? carried) =>
        carried?.Split(':') is [var action, var video, .. { Length: <= 1 } detail] && Base62.IsValid(video)
            ? (action, VideoId.From(video), string.Concat(detail))
            : null;

    private static InlineKeyboardButton[] ToPlay(ShareAddresses addresses) =>
        [InlineKeyboardButton.WithUrl("▶ Watch", addresses.Watch), InlineKeyboardButton.WithUrl("HLS", addresses.Hls)];

    private static InlineKeyboardButton Tap(string text, string action, VideoId video) =>
        InlineKeyboardButton.WithCallbackData(text, $"{action}:{video}");
}
