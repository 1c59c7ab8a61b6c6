using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Dashboard.Acting;

/// <summary>What is asked before much is lost.</summary>
/// <param name="Action">What would be done.</param>
/// <param name="Jobs">With which jobs.</param>
/// <param name="Titles">Of the first of them.</param>
/// <param name="All">The list whose jobs are all meant, as it is when one says yes; null where they are named.</param>
/// <param name="Back">Where one goes on.</param>
public sealed record ConfirmView(
    JobAction Action, IReadOnlyList<JobId> Jobs, IReadOnlyList<string> Titles, ListAddress? All, string Back)
{
    /// <summary>So many are named.</summary>
    public const int Shown = 10;
}
