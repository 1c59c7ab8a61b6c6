using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Playback.Viewers;

/// <summary>Somebody who watches or downloads now.</summary>
/// <param name="Film">What.</param>
/// <param name="Title">Its title.</param>
/// <param name="Protocol">How.</param>
/// <param name="Address">From where, shortened: enough to tell people apart, too little to find them.</param>
/// <param name="Since">When the first byte was asked for.</param>
/// <param name="LastAt">When bytes were last on their way.</param>
/// <param name="Bytes">Bytes served so far.</param>
/// <param name="BytesPerSecond">At present.</param>
/// <param name="Position">Where in the film the last segment begins; null where that is not known.</param>
/// <param name="Share">How far into the file the last byte lay, 0 to 1; null where that is not known.</param>
public sealed record Viewer(
    VideoId Film,
    string Title,
    ViewerProtocol Protocol,
    string Address,
    DateTimeOffset Since,
    DateTimeOffset LastAt,
    long Bytes,
    double BytesPerSecond,
    TimeSpan? Position,
    double? Share);
