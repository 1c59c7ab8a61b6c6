namespace TelegramHls.Bot.Ingest.Clean;

/// <summary>Files or folders that nothing needs.</summary>
/// <param name="Count">How many.</param>
/// <param name="Bytes">Together.</param>
internal sealed record LeftFiles(int Count, long Bytes)
{
    public static LeftFiles Of(IReadOnlyCollection<FileSystemInfo> left) => new(left.Count, left.Sum(BytesOf));

    // A link's own length: what it leads to is not ours.
    private static long BytesOf(FileSystemInfo left) => left switch
    {
        FileInfo file => file.LinkTarget is null ? file.Length : 0,
        DirectoryInfo folder => folder.EnumerateFileSystemInfos().Sum(BytesOf),
        _ => 0,
    };
}
