namespace TelegramHls.Sandbox.Files;

/// <summary>A received file in the incoming directory; disposing removes it unless it was kept.</summary>
internal sealed record Upload(string Path, long Length, string Sha256, bool TooLarge) : IDisposable
{
    public string? Name { get; init; }

    public string? Mime { get; init; }

    public void Dispose() => File.Delete(Path);
}

/// <summary>How much one upload may hold, and how fast it may come.</summary>
internal sealed record UploadLimits(long Longest, Func<int, CancellationToken, ValueTask> PaceAsync)
{
    public static UploadLimits None { get; } = new(long.MaxValue, (_, _) => ValueTask.CompletedTask);
}
