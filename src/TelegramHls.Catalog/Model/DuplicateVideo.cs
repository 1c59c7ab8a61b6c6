namespace TelegramHls.Catalog.Model;

/// <summary>A video made of the same source as another.</summary>
/// <param name="Video">The one that was there before.</param>
/// <param name="SameOwner">
/// True: it answers for the new one and may still be in work. False: it is ready, and its stored file may be shared.
/// </param>
public sealed record DuplicateVideo(Video Video, bool SameOwner);
