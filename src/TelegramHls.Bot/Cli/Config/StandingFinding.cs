using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config;

/// <summary>What a bot may do in a chat, in words, with what to fix.</summary>
internal static class StandingFinding
{
    private const string MakeAdministrator =
        "in the channel's settings, Administrators, add the bot with the rights to post, edit and delete messages";

    /// <param name="subject">The chat's setting, or the bot's name.</param>
    /// <param name="answer">What Telegram said.</param>
    public static Finding Of(string subject, Inquiry<ChatStanding> answer) => answer.Match(
        answered => Judge(subject, answered.Value),
        refused => Finding.Error(subject, $"the chat cannot be reached: {refused.Reason}", Remedy(refused.Reason)),
        silent => Finding.Skipped(subject, $"could not be asked: {silent.Reason}"));

    private static Finding Judge(string subject, ChatStanding standing)
    {
        string where = $"{(standing.IsChannel ? "channel" : "chat")} {standing.Title} ({standing.ChatId})";
        if (standing.Role is not ("administrator" or "creator"))
        {
            return Finding.Error(subject, $"{where}: the bot is no administrator there ({standing.Role})", MakeAdministrator);
        }

        (string Right, bool Has)[] rights =
            [("post", standing.CanPost), ("edit", standing.CanEdit || !standing.IsChannel), ("delete", standing.CanDelete), ("pin", standing.CanPin)];
        string lacking = string.Join(", ", rights.Where(right => !right.Has).Select(right => right.Right));
        if (lacking.Length == 0)
        {
            return Finding.Ok(subject, $"{where}: administrator, may post, edit, delete and pin");
        }

        string text = $"{where}: administrator, but it may not {lacking}";
        string remedy = MakeAdministrator + (standing.IsChannel ? "; the right to edit is the right to pin" : "; pinning has a right of its own in groups");
        return standing.CanPost ? Finding.Warning(subject, text, remedy) : Finding.Error(subject, text, remedy);
    }

    private static string Remedy(string reason) =>
        reason.Contains("chat not found", StringComparison.OrdinalIgnoreCase)
            ? "see that the number begins with -100 and the bot was added to that channel as an administrator"
            : MakeAdministrator;
}
