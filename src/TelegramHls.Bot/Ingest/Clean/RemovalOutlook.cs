namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>What becomes of the messages of a video that was deleted.</summary>
/// <param name="Messages">How many it has in the channels.</param>
/// <param name="Old">Those of them that no bot may delete any more: they are emptied.</param>
/// <param name="CanWrite">A storage bot can write now; else they stand until one can.</param>
internal sealed record RemovalOutlook(int Messages, int Old, bool CanWrite);
