namespace TelegramHls.Sandbox.Records;

internal sealed record PersonRecord(long Id, string FirstName, string Username) : Entity;
