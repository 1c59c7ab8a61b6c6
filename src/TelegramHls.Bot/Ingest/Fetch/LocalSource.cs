using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TelegramHls.Bot.Ingest.Fetch;

/// <summary>
/// A source that lies on this machine and is read there. Its path is bytes, as the system keeps names: they need not be text in any
/// encoding.
/// </summary>
/// <param name="Path">Absolute path, without a zero at its end.</param>
public sealed record LocalSource(byte[] Path)
{
    // open(2) on Linux, the same on x64 and arm64.
    private const int ReadOnly = 0;
    private const int DoNotBlock = 0x800;
    private const int CloseOnExec = 0x80000;

    // errno(3).
    private const int NoEntry = 2;
    private const int NotADirectory = 20;
    private const int NoAccess = 13;
    private const int NotPermitted = 1;

    /// <summary>How many bytes it has now.</summary>
    /// <exception cref="FileNotFoundException">There is nothing at that path.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    /// <exception cref="IOException">It is a directory, or cannot be read.</exception>
    public long Look()
    {
        // Without waiting: a pipe would have to be written to before it opens.
        using SafeFileHandle file = Open(Terminated(Path), ReadOnly | DoNotBlock | CloseOnExec);
        if (file.IsInvalid)
        {
            int error = Marshal.GetLastPInvokeError();
            string why = new Win32Exception(error).Message;
            throw error switch
            {
                NoEntry or NotADirectory => new FileNotFoundException(why),
                NoAccess or NotPermitted => new UnauthorizedAccessException(why),
                _ => new IOException(why),
            };
        }

        if (Directory.Exists($"/proc/self/fd/{file.DangerousGetHandle()}"))
        {
            throw new IOException("It is a directory.");
        }

        try
        {
            return RandomAccess.GetLength(file);
        }
        catch (NotSupportedException fault)
        {
            throw new IOException("It is a pipe, no file.", fault);
        }
    }

    /// <summary>Makes a symbolic link to it, under a name that is text; takes the place of one that is there.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public void Link(string at)
    {
        File.Delete(at);
        if (MakeLink(Terminated(Path), Terminated(System.Text.Encoding.UTF8.GetBytes(at))) != 0)
        {
            throw new IOException(new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        }
    }

    private static byte[] Terminated(byte[] text) => [.. text, 0];

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "symlink", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeLink(byte[] target, byte[] path);
}
