using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using TelegramHls.Core.Outcomes;
using TelegramHls.Core.Storing;
using TelegramHls.Storage.Pool.Members;
using TelegramHls.Storage.Transport;

namespace TelegramHls.Storage.Pool;

/// <summary>One attempt of one member: intent, send, and what became of both.</summary>
internal sealed class PartSender(IPartLedger ledger, DocumentSender sender, ChatHeights heights)
{
    // Slower links than this would not finish 16 MiB inside the 500 s that the server gives a request.
    private const int SlowestBytesPerSecond = 64 * 1024;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(480);

    /// <summary>
    /// Sends the part once to the member's own channel. The intent is left open only after <see cref="StoreOutcome.Stored"/>, for
    /// the commit.
    /// </summary>
    public async Task<(StoreOutcome Outcome, long Intent)> SendAsync(
        PoolMember member, PartToSend part, CancellationToken cancellationToken)
    {
        (long chatId, StoreOutcome? trouble) = await member.Chat.ResolveAsync(member.Bot, cancellationToken);
        return trouble is not null ? (trouble, 0) : await SendToAsync(member, chatId, part, cancellationToken);
    }

    /// <summary>Sends the part once to any channel; the intent is left open as above.</summary>
    public Task<(StoreOutcome Outcome, long Intent)> SendToAsync(
        PoolMember member, long chatId, PartToSend part, CancellationToken cancellationToken) =>
        SendAsync(
            member,
            new SendIntent(part.File, part.Part.Index, member.Bot.BotId, chatId, part.Name, heights.Of(chatId)),
            part.Part.Length,
            token => sender.SendAsync(member.Bot, chatId, part.Part.Path, part.Name, token),
            cancellationToken);

    /// <summary>The same by the member's id of the document: no bytes are uploaded.</summary>
    public Task<(StoreOutcome Outcome, long Intent)> SendAgainAsync(
        PoolMember member, long chatId, PlacedPart part, string name, string fileId, CancellationToken cancellationToken) =>
        SendAsync(
            member,
            new SendIntent(part.File, part.Part.Index, member.Bot.BotId, chatId, name, heights.Of(chatId)),
            bytes: 0,
            token => sender.SendAgainAsync(member.Bot, chatId, fileId, name, part.Part.Length, token),
            cancellationToken);

    private async Task<(StoreOutcome Outcome, long Intent)> SendAsync(
        PoolMember member,
        SendIntent send,
        int bytes,
        Func<CancellationToken, Task<StoreOutcome>> call,
        CancellationToken cancellationToken)
    {
        long? intent = null;
        try
        {
            StoreOutcome outcome = await ThroughPipelineAsync(
                member,
                bytes,
                async token =>
                {
                    intent ??= await ledger.BeginSendAsync(send, cancellationToken);
                    return await call(token);
                },
                cancellationToken);
            if (intent is { } written)
            {
                await ledger.SettleAsync(written, outcome);
            }

            return (outcome, intent ?? 0);
        }
        catch (OperationCanceledException) when (intent is { } open)
        {
            // The request may have reached Telegram; the sweep finds out. Written down although all else is cancelled.
            await ledger.MarkSendUnknownAsync(open, CancellationToken.None);
            throw;
        }
    }

    private static TimeSpan PatienceFor(int bytes)
    {
        TimeSpan patience = Shortest + TimeSpan.FromSeconds(bytes / (double)SlowestBytesPerSecond);
        return patience < Longest ? patience : Longest;
    }

    private static async Task<StoreOutcome> ThroughPipelineAsync(
        PoolMember member, int bytes, Func<CancellationToken, Task<StoreOutcome>> send, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(PoolMember.Patience, PatienceFor(bytes));
        try
        {
            return await member.Pipeline.ExecuteAsync(
                async (inner, send) => await send(inner.CancellationToken), context, send);
        }
        catch (TimeoutRejectedException exception)
        {
            return new StoreOutcome.Unknown($"No answer in {exception.Timeout.TotalSeconds:0} s.");
        }
        catch (BrokenCircuitException exception)
        {
            return new StoreOutcome.Rejected(exception.Message, RejectionFault.Server);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
