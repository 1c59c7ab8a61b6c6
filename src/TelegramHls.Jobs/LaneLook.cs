namespace TelegramHls.Jobs;

/// <summary>How a lane stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Running">Jobs in it now.</param>
/// <param name="Limit">As many as there may be.</param>
public sealed record LaneLook(string Name, int Running, int Limit);
