namespace TelegramHls.Media.Processes;

/// <summary>A source under a name of ours: a symbolic link in a private folder, gone when disposed.</summary>
/// <remarks>A local Bot API server may give a file any name, and Xabe passes arguments as one string.</remarks>
internal sealed class SafeSource : IDisposable
{
    private readonly DirectoryInfo _folder;

    private SafeSource(DirectoryInfo folder, string path)
    {
        _folder = folder;
        Path = path;
    }

    /// <summary>Containers that we open. Not among them: playlists and concat scripts, which name further files.</summary>
    public static string Formats { get; } =
        "mov,matroska,avi,mpegts,mpeg,mpegvideo,flv,live_flv,asf,ogg,rm,mxf,dv,wtv,nut,ivf,h264,hevc,m4v," +
        "gif,mp3,aac,flac,wav,w64,aiff,caf,ac3,eac3,dts,amr,ape,tta,wv,au";

    /// <summary>Absolute path of the link: letters, digits and <c>-_./</c> only.</summary>
    public string Path { get; }

    /// <summary>Options that go before <c>-i</c>: a file may not make ffmpeg open anything but itself.</summary>
    public static string[] InputOptions() => ["-protocol_whitelist", "file", "-format_whitelist", Formats];

    public static SafeSource Link(string source)
    {
        string suffix = System.IO.Path.GetExtension(source);
        bool plain = suffix.Length is > 1 and < 7 && suffix.AsSpan(1).IndexOfAnyExcept(PlainLetters) < 0;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("thls-in-");
        string path = System.IO.Path.Combine(folder.FullName, plain ? "source" + suffix : "source");
        File.CreateSymbolicLink(path, System.IO.Path.GetFullPath(source));
        return new SafeSource(folder, path);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static readonly System.Buffers.SearchValues<char> PlainLetters =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
