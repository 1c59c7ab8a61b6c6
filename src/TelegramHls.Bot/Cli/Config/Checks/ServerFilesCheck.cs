using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary>The files of a local server can be read where it names them.</summary>
internal sealed class ServerFilesCheck(Setup setup, IBotInspector inspector) : ICheck
{
    private const string Subject = "files of the server";
    private const string Remedy =
        "mount the server's directory at the same path here (/var/lib/telegram-bot-api in its image), and run this program "
        + "with its group (101 in its image): docker --group-add 101, or SupplementaryGroups=101";

    public bool IsOnline => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (!setup.SaysLocal || setup.IsCloud)
        {
            return [];
        }

        foreach (ConfiguredBot bot in setup.Storing.Where(bot => bot.HasTokenShape && bot.HasChatShape))
        {
            Inquiry<FileReach> answer = await inspector.ReachFilesAsync(bot.Token!, bot.ChatId!, cancellationToken);
            if (answer is Inquiry<FileReach>.Answered { Value: FileReach.NothingToTry })
            {
                continue;
            }

            return
            [
                answer.Match(
                    answered => answered.Value == FileReach.OnDisk
                        ? Finding.Ok(Subject, "can be read in place")
                        : Finding.Warning(Subject, "come over HTTP, not in place", Remedy),
                    refused => Finding.Error(Subject, refused.Reason, Remedy),
                    silent => Finding.Skipped(Subject, silent.Reason)),
            ];
        }

        return [Finding.Skipped(Subject, "no channel has a picture or a pinned document yet that could be tried")];
    }
}
