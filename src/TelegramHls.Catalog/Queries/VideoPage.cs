using TelegramHls.Catalog.Model;

namespace TelegramHls.Catalog.Queries;

/// <summary>A page of videos.</summary>
/// <param name="Videos">The page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record VideoPage(IReadOnlyList<Video> Videos, int Total);
