namespace TelegramHls.Bot.Dashboard.Lists;

/// <summary>What jobs can be filtered by: a value for the address and words for people.</summary>
/// <param name="Steps">Steps of all pipelines.</param>
/// <param name="Users">Owners of jobs.</param>
/// <param name="Bots">Storage bots that have stored something.</param>
public sealed record FilterChoices(
    IReadOnlyList<KeyValuePair<string, string>> Steps,
    IReadOnlyList<KeyValuePair<string, string>> Users,
    IReadOnlyList<KeyValuePair<string, string>> Bots);
