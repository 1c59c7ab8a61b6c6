using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config.Checks.Chats;

/// <summary>The control bot may post in one of the storage chats, so that what people send can be kept as it was sent.</summary>
internal sealed class OriginalCheck(Setup setup, IBotInspector inspector) : ICheck
{
    private const string Key = "Storage:KeepOriginal";

    public bool IsOnline => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (!(bool.TryParse(setup.Configuration[Key], out bool keeps) ? keeps : new Storage.Pool.StorageOptions().KeepOriginal)
            || setup.Bots[0] is not { HasTokenShape: true } control)
        {
            return [];
        }

        string[] chats = [.. setup.Storing.Where(bot => bot.HasChatShape).Select(bot => bot.ChatId!).Distinct()];
        bool isSilent = false;
        foreach (string chat in chats)
        {
            Inquiry<ChatStanding> answer = await inspector.StandAsync(control.Token!, chat, cancellationToken);
            if (answer.Match(answered => answered.Value.CanPost, _ => false, _ => false))
            {
                return [Finding.Ok(Key, $"originals go to chat {chat}, where the control bot may post")];
            }

            isSilent |= answer.Match(_ => false, _ => false, _ => true);
        }

        return chats.Length == 0 || isSilent
            ? []
            :
            [
                Finding.Warning(
                    Key,
                    "the control bot may post in none of the storage chats: what people send is not kept as it was sent",
                    "make the control bot an administrator of one of them with the right to post, or set Storage__KeepOriginal=false"),
            ];
    }
}
