namespace TelegramHls.Sandbox.Accounts;

/// <summary>A person of the sandbox, who writes to bots by HTTP.</summary>
public sealed record SandboxPerson(long Id, string FirstName, string Username);
