namespace TelegramHls.Sandbox.Records;

internal sealed record StoragePair(long Bot, long Chat);

/// <summary>Which accounts the first start made.</summary>
internal sealed record AccountsRecord(long ControlBot, IReadOnlyList<StoragePair> StorageBots, long Person) : Entity;

/// <summary>How far hooks moved the clock.</summary>
internal sealed record ClockRecord(long MovedTicks) : Entity;
