using TelegramHls.Catalog.Model;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Search;

/// <summary>A job in a list.</summary>
/// <param name="Job">The job.</param>
/// <param name="Title">What it is about, for people; null for a job without a film.</param>
/// <param name="Video">The film; null when it is gone.</param>
public sealed record FoundJob(JobRecord Job, string? Title, Video? Video);
