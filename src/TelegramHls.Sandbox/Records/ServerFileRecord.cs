namespace TelegramHls.Sandbox.Records;

/// <summary>A file that getFile named for a bot: relative path and when it was last named (Unix seconds).</summary>
internal sealed record ServerFileRecord(long Bot, long Document, string Path, long Date) : Entity;
