using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Cli.Films;

/// <summary>A film as verbs tell of it. What is not known is left out.</summary>
/// <param name="Id">Its name for other verbs.</param>
/// <param name="Title">What people see.</param>
/// <param name="State"><c>queued</c>, <c>working</c>, <c>storing</c>, <c>ready</c>, <c>failed</c> or <c>deleting</c>.</param>
/// <param name="Owner">Telegram user id.</param>
/// <param name="Bytes">Of the source.</param>
/// <param name="Seconds">How long it plays.</param>
/// <param name="Width">Of the picture, in pixels.</param>
/// <param name="Height">Of the picture, in pixels.</param>
/// <param name="AddedAt">When it was taken in.</param>
/// <param name="ReadyAt">When it was published.</param>
/// <param name="Activity">What happens now, of a film in work.</param>
/// <param name="Percent">How far that is.</param>
/// <param name="Problem">Why it was not taken in.</param>
internal sealed record ListedFilm(
    string Id,
    string Title,
    string State,
    long Owner,
    long Bytes,
    double? Seconds,
    int? Width,
    int? Height,
    DateTimeOffset AddedAt,
    DateTimeOffset? ReadyAt,
    string? Activity,
    int? Percent,
    string? Problem)
{
    public static ListedFilm Of(Video video, VideoStatus? status)
    {
        bool inWork = video.State is VideoState.Queued or VideoState.Working or VideoState.Storing;
        WorkStanding? standing = inWork ? WorkStanding.Of(status) : null;
        return new ListedFilm(
            video.Id.Value,
            video.Title,
            video.State.ToString().ToLowerInvariant(),
            video.OwnerId,
            video.Size,
            video.Duration?.TotalSeconds,
            video.Width,
            video.Height,
            video.CreatedAt,
            video.ReadyAt,
            standing?.Activity,
            standing?.Percent,
            video.FailureReason);
    }

    /// <summary>The state in a word or two, with how far it is.</summary>
    public string Standing => Percent is { } percent ? $"{State} {percent} %" : State;
}
