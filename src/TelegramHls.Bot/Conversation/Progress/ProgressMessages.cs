using Telegram.Bot.Exceptions;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Ingest;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Conversation.Progress;

/// <summary>
/// Keeps the one message about each video up to date within the edit budget of its chat. The latest state wins; a final
/// word is tried until it was said or Telegram refuses it for good.
/// </summary>
internal sealed class ProgressMessages(
    ProgressWriter writer, StatusBoard board, ChatBudget budget, TimeProvider clock, ILogger<ProgressMessages> logger)
    : SupervisedLoop(clock, logger), IVideoAnnouncer
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<VideoId, ProgressSlot> _slots = [];
    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private readonly SemaphoreSlim _wake = new(0, 1);

    public void Show(VideoId video, VideoStatus status) => Say(video, status, waiter: null);

    public async Task ShowAndWaitAsync(VideoId video, VideoStatus status, CancellationToken cancellationToken)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Say(video, status, said);
        await said.Task.WaitAsync(LongestWait, _clock, cancellationToken);
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause = await WriteWhatIsDueAsync(stoppingToken);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            Task timer = Task.Delay(pause, _clock, waiting.Token);
            await Task.WhenAny(timer, _wake.WaitAsync(waiting.Token));
            await waiting.CancelAsync();
        }
    }

    private void Say(VideoId video, VideoStatus status, TaskCompletionSource? waiter)
    {
        board.Note(video, status);
        lock (_gate)
        {
            if (!_slots.TryGetValue(video, out ProgressSlot? slot))
            {
                _slots[video] = slot = new ProgressSlot(video);
            }

            slot.Say(status, waiter);
        }

        Wake();
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (_wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
    }

    /// <summary>Returns how long nothing is due.</summary>
    private async Task<TimeSpan> WriteWhatIsDueAsync(CancellationToken cancellationToken)
    {
        TimeSpan next = Timeout.InfiniteTimeSpan;
        foreach ((ProgressSlot slot, VideoStatus status) in Pending())
        {
            TimeSpan wait = await writer.TryLocateAsync(slot, cancellationToken)
                ? budget.Wait(slot.ChatId, Kind(slot, status))
                : TimeSpan.Zero;
            if (wait == TimeSpan.Zero)
            {
                cancellationToken.ThrowIfCancellationRequested();
                wait = await WriteAsync(slot, status, Late);
            }

            if (wait > TimeSpan.Zero && (next == Timeout.InfiniteTimeSpan || wait < next))
            {
                next = wait;
            }
        }

        return next;
    }

    private async Task<TimeSpan> WriteAsync(ProgressSlot slot, VideoStatus status, CancellationToken cancellationToken)
    {
        try
        {
            ChatWrite kind = Kind(slot, status);
            if (await writer.WriteAsync(slot, status, cancellationToken))
            {
                budget.Wrote(slot.ChatId, kind);
                ChatMetrics.Wrote(kind);
            }
        }
        catch (ApiRequestException refusal) when (refusal.Parameters?.RetryAfter is not { } && refusal.ErrorCode is 400 or 403)
        {
            Log.ChatUnreachable(_logger, slot.ChatId, refusal.Message);
        }
        catch (RequestException fault)
        {
            int? asked = (fault as ApiRequestException)?.Parameters?.RetryAfter;
            TimeSpan pause = asked is { } seconds ? TimeSpan.FromSeconds(seconds) : PauseAfterFault;
            ChatMetrics.Throttles.Add(asked is null ? 0 : 1);
            Log.ProgressDelayed(_logger, slot.Video.Value, fault.Message, pause.TotalSeconds);
            budget.Block(slot.ChatId, pause);
            return pause;
        }

        lock (_gate)
        {
            slot.Done(status);
            if (status.IsFinal && slot.Pending is null)
            {
                _slots.Remove(slot.Video);
            }
        }

        return TimeSpan.Zero;
    }

    /// <summary>What is to be said, last words first: they are what people wait for.</summary>
    private List<(ProgressSlot Slot, VideoStatus Status)> Pending()
    {
        lock (_gate)
        {
            return
            [
                .. _slots.Values.Where(slot => slot.Pending is not null)
                    .OrderByDescending(slot => slot.Pending!.IsFinal)
                    .Select(slot => (slot, slot.Pending!)),
            ];
        }
    }

    private static ChatWrite Kind(ProgressSlot slot, VideoStatus status) => (slot.MessageId, status.IsFinal) switch
    {
        (null, _) => ChatWrite.NewMessage,
        (_, true) => ChatWrite.LastEdit,
        _ => ChatWrite.Edit,
    };
}
