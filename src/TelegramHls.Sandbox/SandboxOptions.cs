namespace TelegramHls.Sandbox;

/// <summary>Where the sandbox keeps its state, where it listens and which kind of Bot API server it acts as.</summary>
public sealed class SandboxOptions
{
    /// <summary>Directory of the journal and the stored files; made when missing. One running server at a time.</summary>
    public required string Directory { get; init; }

    /// <summary>HTTP address to listen on; loopback hosts only, port 0 picks a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>
    /// Acts like a server started with <c>--local</c>: absolute file paths, no getFile limit, uploads up to
    /// 2,097,152,000 bytes, <c>file://</c> uploads. Otherwise like the cloud: uploads up to 52,428,800 bytes, getFile
    /// up to 20,971,520 bytes, file URLs.
    /// </summary>
    public bool Local { get; init; }

    /// <summary>The sample film that the chat page offers to send; null for none.</summary>
    public SandboxSample? Sample { get; init; }
}
