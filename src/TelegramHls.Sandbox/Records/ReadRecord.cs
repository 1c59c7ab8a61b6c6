namespace TelegramHls.Sandbox.Records;

/// <summary>Up to which message a person has seen a chat.</summary>
internal sealed record ReadRecord(string ChatKey, long Person, int MessageId) : Entity;
