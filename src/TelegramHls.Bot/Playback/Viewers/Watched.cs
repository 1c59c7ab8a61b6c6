using TelegramHls.Catalog.Model;

namespace TelegramHls.Bot.Playback.Viewers;

/// <summary>What a body is for, where somebody watches.</summary>
/// <param name="Film">The video.</param>
/// <param name="Protocol">The way.</param>
/// <param name="Position">Where in the film the body begins; null where only its bytes tell.</param>
internal sealed record Watched(Video Film, ViewerProtocol Protocol, TimeSpan? Position = null);
