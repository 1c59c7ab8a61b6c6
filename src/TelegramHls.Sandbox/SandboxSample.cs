namespace TelegramHls.Sandbox;

/// <summary>A film that a person can send without having one.</summary>
/// <param name="Name">File name.</param>
/// <param name="OpenAsync">Makes or opens the film; the stream is disposed after sending. The message of a fault is shown to the person.</param>
public sealed record SandboxSample(string Name, Func<CancellationToken, Task<Stream>> OpenAsync);
