using TelegramHls.Bot.Cli.Reports;
using TelegramHls.Storage.Transport.Probing;

namespace TelegramHls.Bot.Cli.Config.Checks;

/// <summary><c>Telegram:Local</c> says what the server is.</summary>
internal sealed class LocalModeCheck(Setup setup, IBotInspector inspector) : ICheck
{
    private const string Key = "Telegram:Local";

    public bool IsOnline => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        if (setup.IsCloud)
        {
            return setup.SaysLocal
                ? [Finding.Error(Key, "is true, and Telegram:ApiUrl is the cloud server", "set it to false, or Telegram__ApiUrl to your own server")]
                : [Finding.Ok(Key, "the cloud server: films of up to 20 MB")];
        }

        if (setup.Storing.FirstOrDefault(bot => bot.HasTokenShape && bot.HasChatShape) is not { } asker)
        {
            return [];
        }

        Inquiry<bool> answer = await inspector.IsLocalAsync(asker.Token!, asker.ChatId!, cancellationToken);
        return
        [
            answer.Match(
                answered => Judge(answered.Value),
                refused => Finding.Skipped(Key, $"whether the server runs with --local could not be found out: {refused.Reason}"),
                silent => Finding.Skipped(Key, $"whether the server runs with --local could not be found out: {silent.Reason}")),
        ];
    }

    private Finding Judge(bool local) => (setup.SaysLocal, local) switch
    {
        (true, true) => Finding.Ok(Key, "the server runs with --local: films of up to 2 GB"),
        (false, true) => Finding.Error(Key, "is false, and the server runs with --local", "set it to true: films of up to 2 GB are taken in then"),
        (true, false) => Finding.Error(
            Key,
            "is true, and the server runs without --local: it reads 20 MB and gives no file out",
            "start the server with --local (TELEGRAM_LOCAL=1 in its image)"),
        _ => Finding.Warning(
            Key,
            "the server runs without --local; a telegram-bot-api of one's own serves no files then, unless a proxy does",
            "start it with --local (TELEGRAM_LOCAL=1 in its image) and set this to true"),
    };
}
