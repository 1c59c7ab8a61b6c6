using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Search;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Bot.Dashboard.Jobs;

/// <summary>Everything about one job.</summary>
public sealed record JobView
{
    /// <summary>The job in a line.</summary>
    public required JobLine Line { get; init; }

    /// <summary>The job.</summary>
    public required JobRecord Job { get; init; }

    /// <summary>The film in one line; null when it is gone.</summary>
    public string? Facts { get; init; }

    /// <summary>The steps in order.</summary>
    public required IReadOnlyList<StepMark> Steps { get; init; }

    /// <summary>What becomes of the film, in words; empty before it is planned.</summary>
    public required IReadOnlyList<PlanLine> Plan { get; init; }

    /// <summary>Where its bytes are; empty before the first part.</summary>
    public required IReadOnlyList<StoredShare> Shares { get; init; }

    /// <summary>The history, newest line first.</summary>
    public required IReadOnlyList<JobEvent> History { get; init; }

    /// <summary>What operators did with it, newest first.</summary>
    public required IReadOnlyList<AuditLine> Audit { get; init; }

    /// <summary>The watch page; null when there is none.</summary>
    public string? WatchUrl { get; init; }
}
