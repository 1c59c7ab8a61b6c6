namespace TelegramHls.Sandbox.Accounts;

/// <summary>The accounts made at the first start and kept ever after.</summary>
/// <param name="ControlBot">The bot people talk to.</param>
/// <param name="StorageBots">Four bots, each administrator of a channel of its own.</param>
/// <param name="Person">The default person, who is a member of every channel too.</param>
public sealed record SandboxAccounts(
    SandboxBot ControlBot,
    IReadOnlyList<SandboxStorageBot> StorageBots,
    SandboxPerson Person);
