namespace TelegramHls.Sandbox.Accounts;

/// <summary>A storage bot and the channel (<c>-100…</c>) in which it is an administrator with all rights.</summary>
public sealed record SandboxStorageBot(SandboxBot Bot, long ChatId);
