namespace TelegramHls.Bot.Web;

/// <summary>A page that every operator page leads to; each room registers its own as a singleton.</summary>
/// <param name="Place">Where among the others; smaller is earlier.</param>
/// <param name="Address">Path on this server.</param>
/// <param name="Title">A word or two.</param>
/// <param name="Icon">Name of an icon of the kept set.</param>
public sealed record NavEntry(int Place, string Address, string Title, string Icon);
