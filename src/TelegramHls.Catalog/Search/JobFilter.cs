using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Search;

/// <summary>Which jobs are meant; whatever is null does not matter.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="Text">Words, each of which is found in the title, the file's name, the id of job or video, or the error; no case.</param>
/// <param name="Step">The step that is next, runs or failed.</param>
/// <param name="BotId">A storage bot that has sent a part of the film.</param>
/// <param name="From">Queued at this time or later.</param>
/// <param name="To">Queued before this time.</param>
/// <param name="Owner">Whose they are.</param>
public sealed record JobFilter(
    JobState? State = null,
    string? Text = null,
    string? Step = null,
    long? BotId = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Owner = null);
