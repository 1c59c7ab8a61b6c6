using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Jobs;

/// <summary>What decides, beside the ledger, which job begins next.</summary>
/// <param name="Now">Attempts that are due by then may begin.</param>
/// <param name="InHand">Jobs on which somebody works already.</param>
/// <param name="Busy">How many jobs of each owner run.</param>
/// <param name="FullLanes">Lanes that take no other job now.</param>
public sealed record JobTurn(
    DateTimeOffset Now,
    IReadOnlyCollection<JobId> InHand,
    IReadOnlyDictionary<string, int> Busy,
    IReadOnlyCollection<string> FullLanes);
