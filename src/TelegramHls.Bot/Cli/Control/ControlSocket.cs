using System.Net.Sockets;
using System.Text;

namespace TelegramHls.Bot.Cli.Control;

/// <summary>
/// The local socket of the server that works in a data directory, for this user alone. Where the directory's path is too long for a
/// socket, it lies in a private folder of the temporary directory, and a link in the data directory says where.
/// </summary>
/// <param name="root">Absolute path of the data directory.</param>
internal sealed class ControlSocket(string root)
{
    // unix(7): sun_path has 108 bytes, the last one a zero.
    private const int LongestPath = 107;
    private const string Name = "control.sock";
    private const string FolderPrefix = "thls-ctl-";
    private const int Backlog = 16;

    /// <summary>Where it is looked for.</summary>
    public string Path { get; } = System.IO.Path.Combine(root, Name);

    /// <summary>Begins to listen; what an earlier run left behind goes first. The caller holds the data directory's lock.</summary>
    public Socket Listen()
    {
        Remove();
        string path = Path;
        if (Encoding.UTF8.GetByteCount(path) > LongestPath)
        {
            path = System.IO.Path.Combine(Directory.CreateTempSubdirectory(FolderPrefix).FullName, Name);
            File.CreateSymbolicLink(Path, path);
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));

            // Before it listens: until then nobody can connect.
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            socket.Listen(Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Connects to the server.</summary>
    /// <exception cref="SocketException">Nobody listens, or it is somebody else's.</exception>
    public async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Target() ?? Path), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Removes the socket, and the folder that it lies in where that is one of ours.</summary>
    public void Remove()
    {
        if (Target() is { } target
            && System.IO.Path.GetDirectoryName(target) is { } folder
            && System.IO.Path.GetFileName(folder).StartsWith(FolderPrefix, StringComparison.Ordinal)
            && Directory.Exists(folder))
        {
            File.Delete(target);
            Directory.Delete(folder);
        }

        File.Delete(Path);
    }

    private string? Target() => new FileInfo(Path).LinkTarget;
}
