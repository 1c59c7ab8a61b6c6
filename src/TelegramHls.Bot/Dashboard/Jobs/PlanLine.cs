namespace TelegramHls.Bot.Dashboard.Jobs;

/// <summary>A track, and what becomes of it and why; or a note on the whole.</summary>
/// <param name="Icon">Icon of its kind.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Detail">Codec with channels or size; null for a note.</param>
/// <param name="Reason">What becomes of it and why; null where that is not known.</param>
public sealed record PlanLine(string Icon, string Name, string? Detail, string? Reason);
