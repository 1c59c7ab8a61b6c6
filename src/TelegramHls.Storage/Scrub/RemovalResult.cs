namespace TelegramHls.Storage.Scrub;

/// <summary>What one run of the remover did.</summary>
/// <param name="Deleted">Messages that are gone.</param>
/// <param name="Emptied">Messages too old to delete, whose document is now one byte.</param>
/// <param name="Left">Messages that could be neither deleted nor emptied yet; they are tried again at the next run.</param>
public sealed record RemovalResult(int Deleted, int Emptied, int Left)
{
    internal static RemovalResult Nothing { get; } = new(0, 0, 0);
}
