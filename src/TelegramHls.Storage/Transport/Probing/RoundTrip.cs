namespace TelegramHls.Storage.Transport.Probing;

/// <summary>What sending a document and reading it back through the same bot showed.</summary>
/// <param name="Bytes">Length of the document.</param>
/// <param name="Latency">What a call takes that moves nothing; null when it failed.</param>
/// <param name="Upload">What the send took; null when it failed.</param>
/// <param name="Download">What locating and reading took; null when it failed.</param>
/// <param name="Trouble">Why it is no good, in words; null when the same bytes came back.</param>
/// <param name="Left">What may still stand in the channel, and why; null when nothing does.</param>
public sealed record RoundTrip(
    int Bytes, TimeSpan? Latency, TimeSpan? Upload, TimeSpan? Download, string? Trouble, string? Left)
{
    /// <summary>Bytes a second on the way there.</summary>
    public double? UploadSpeed => Bytes / Upload?.TotalSeconds;

    /// <summary>Bytes a second on the way back.</summary>
    public double? DownloadSpeed => Bytes / Download?.TotalSeconds;
}
