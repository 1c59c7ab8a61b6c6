using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TelegramHls.Storage.Transport.Probing;

/// <summary>Reads a bot's rights in a chat.</summary>
internal static class ChatStandings
{
    /// <exception cref="Telegram.Bot.Exceptions.RequestException">Telegram refused or did not answer.</exception>
    public static async Task<ChatStanding> AskAsync(BotConnection bot, string chat, CancellationToken cancellationToken)
    {
        ChatFullInfo found = await bot.QuickClient.GetChat(chat, cancellationToken);
        ChatMember self = await bot.QuickClient.GetChatMember(found.Id, bot.BotId, cancellationToken);
        return Of(found, self);
    }

    private static ChatStanding Of(ChatFullInfo chat, ChatMember self)
    {
        bool channel = chat.Type == ChatType.Channel;
        var none = new ChatStanding(
            chat.Id, chat.Title ?? chat.Username ?? string.Empty, channel, self.Status.ToString().ToLowerInvariant(), false, false, false, false);
        return self switch
        {
            ChatMemberOwner => none with { CanPost = true, CanEdit = true, CanDelete = true, CanPin = true },

            // Outside of channels an administrator may always write, and these rights are not told.
            ChatMemberAdministrator rights => none with
            {
                CanPost = !channel || rights.CanPostMessages,
                CanEdit = channel && rights.CanEditMessages,
                CanDelete = rights.CanDeleteMessages,
                CanPin = channel ? rights.CanEditMessages : rights.CanPinMessages,
            },
            ChatMemberMember => none with { CanPost = true },
            _ => none,
        };
    }
}
