namespace TelegramHls.Sandbox.Accounts;

/// <summary>A bot of the sandbox. The token is random, stable over restarts and a secret like any other.</summary>
public sealed record SandboxBot(long Id, string Token, string Username);
