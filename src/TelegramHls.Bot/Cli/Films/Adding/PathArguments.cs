using System.Text;

namespace TelegramHls.Bot.Cli.Films.Adding;

/// <summary>
/// Paths as they were typed, in bytes: on Linux a name is any bytes, while the runtime gives arguments as text, in which what is no
/// UTF-8 is lost.
/// </summary>
internal static class PathArguments
{
    private const string OwnArguments = "/proc/self/cmdline";

    /// <summary>The absolute path of an argument.</summary>
    public static byte[] Absolute(string argument)
    {
        if (!argument.Contains('\uFFFD') || !File.Exists(OwnArguments))
        {
            return Encoding.UTF8.GetBytes(Path.GetFullPath(argument));
        }

        byte[] typed = Split(File.ReadAllBytes(OwnArguments)).FirstOrDefault(raw => Encoding.UTF8.GetString(raw) == argument)
            ?? Encoding.UTF8.GetBytes(argument);
        return typed is [(byte)'/', ..]
            ? typed
            : [.. Encoding.UTF8.GetBytes(Environment.CurrentDirectory), (byte)'/', .. typed];
    }

    /// <summary>proc(5): each argument ends with a zero.</summary>
    private static IEnumerable<byte[]> Split(byte[] arguments)
    {
        int start = 0;
        while (Array.IndexOf(arguments, (byte)0, start) is >= 0 and var end)
        {
            yield return arguments[start..end];
            start = end + 1;
        }
    }
}
