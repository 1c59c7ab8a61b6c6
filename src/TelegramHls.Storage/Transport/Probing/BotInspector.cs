using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TelegramHls.Core.Outcomes;

namespace TelegramHls.Storage.Transport.Probing;

/// <inheritdoc />
internal sealed class BotInspector(BotConnections connections, CloudAddress cloud, TimeProvider time) : IBotInspector
{
    // A path of no file: were there one, it would be sent.
    private const string FileOfNobody = "file:///nonexistent/telegramhls-asks-whether-paths-are-read";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public Task<Inquiry<BotIdentity>> IdentifyAsync(string token, CancellationToken cancellationToken) =>
        IdentifyAsync(connections.Open(token), cancellationToken);

    public Task<Inquiry<BotIdentity>> IdentifyAtCloudAsync(string token, CancellationToken cancellationToken) =>
        IdentifyAsync(connections.OpenAt(token, cloud.Url), cancellationToken);

    public Task<Inquiry<string?>> WebhookAsync(string token, CancellationToken cancellationToken) => AskAsync(
        async limited =>
        {
            WebhookInfo webhook = await connections.Open(token).QuickClient.GetWebhookInfo(limited);
            return string.IsNullOrEmpty(webhook.Url) ? null : new Uri(webhook.Url).Host;
        },
        cancellationToken);

    public Task<Inquiry<ChatStanding>> StandAsync(string token, string chat, CancellationToken cancellationToken) =>
        AskAsync(limited => ChatStandings.AskAsync(connections.Open(token), chat, limited), cancellationToken);

    public async Task<Inquiry<bool>> IsLocalAsync(string token, string chat, CancellationToken cancellationToken)
    {
        ITelegramBotClient client = connections.Open(token).QuickClient;
        Inquiry<Message> sent = await AskAsync(
            limited => client.SendDocument(chat, InputFile.FromUri(FileOfNobody), cancellationToken: limited), cancellationToken);
        return sent.Match(
            _ => throw new InvalidOperationException("A file that does not exist was sent."),
            refused => refused.Reason switch
            {
                var words when Speaks(words, "file path") => new Inquiry<bool>.Answered(true),
                var words when Speaks(words, "file identifier") || Speaks(words, "HTTP URL") => new Inquiry<bool>.Answered(false),
                var words => (Inquiry<bool>)new Inquiry<bool>.Refused(words),
            },
            silent => new Inquiry<bool>.Silent(silent.Reason));
    }

    public Task<Inquiry<FileReach>> ReachFilesAsync(string token, string chat, CancellationToken cancellationToken) => AskAsync(
        async limited =>
        {
            BotConnection bot = connections.Open(token);
            ChatFullInfo found = await bot.QuickClient.GetChat(chat, limited);
            string? file = found.PinnedMessage?.Document?.FileId ?? found.Photo?.SmallFileId;
            if (file is null)
            {
                return FileReach.NothingToTry;
            }

            await using OpenedFile opened = await FileSource.OpenAsync(bot, file, 0, limited);
            return opened.LocalPath is null ? FileReach.OverHttp : FileReach.OnDisk;
        },
        cancellationToken);

    private static bool Speaks(string words, string known) => words.Contains(known, StringComparison.OrdinalIgnoreCase);

    private Task<Inquiry<BotIdentity>> IdentifyAsync(BotConnection bot, CancellationToken cancellationToken) => AskAsync(
        async limited =>
        {
            User me = await bot.QuickClient.GetMe(limited);
            return new BotIdentity(me.Id, me.Username);
        },
        cancellationToken);

    private async Task<Inquiry<T>> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return new Inquiry<T>.Answered(await ask(either.Token));
        }
        catch (FileSourceException exception)
        {
            return new Inquiry<T>.Refused(exception.Message);
        }
        catch (RequestException exception)
        {
            return SendAnswers.ToOutcome(exception, time.GetUtcNow()) is StoreOutcome.Rejected { Fault: not RejectionFault.Server }
                ? new Inquiry<T>.Refused(exception.Message)
                : new Inquiry<T>.Silent(exception.Message);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new Inquiry<T>.Silent($"no answer in {Patience.TotalSeconds} s");
        }
    }
}
