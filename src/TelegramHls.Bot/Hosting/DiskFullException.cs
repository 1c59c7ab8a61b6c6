namespace TelegramHls.Bot.Hosting;

/// <summary>The program cannot work because a disk is full.</summary>
/// <param name="cause">Which disk, in words for the operator.</param>
public sealed class DiskFullException(string cause) : Exception(cause)
{
    private const int NoSpaceLeft = 28;

    /// <summary>True for what the system throws when a write finds no room (ENOSPC).</summary>
    internal static bool Means(IOException error) => error.HResult == NoSpaceLeft;
}
