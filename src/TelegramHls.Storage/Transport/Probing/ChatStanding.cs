namespace TelegramHls.Storage.Transport.Probing;

/// <summary>What a bot is and may do in a chat.</summary>
/// <param name="ChatId">The chat's number.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsChannel">True for a channel; in groups some rights go by other names.</param>
/// <param name="Role">Telegram's word: administrator, member, left …</param>
/// <param name="CanPost">It may send documents.</param>
/// <param name="CanEdit">It may edit what other bots sent, without which an old post of a lost bot cannot be emptied.</param>
/// <param name="CanDelete">It may delete what others sent.</param>
/// <param name="CanPin">It may pin, which the list of manifests needs.</param>
public sealed record ChatStanding(
    long ChatId, string Title, bool IsChannel, string Role, bool CanPost, bool CanEdit, bool CanDelete, bool CanPin);
