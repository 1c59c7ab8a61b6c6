using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using TelegramHls.Bot.Conversation.Commands;
using TelegramHls.Bot.Conversation.SideFiles;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Catalog.Queries;

namespace TelegramHls.Bot.Conversation.Inbox;

/// <summary>Handles what lies in the inbox, oldest first, each message until it succeeds or has failed too often.</summary>
internal sealed class InboxWorker(
    InboxQueries queries,
    InboxCommands inbox,
    FilmIntake intake,
    SideFileIntake sideFiles,
    CommandRouter router,
    FaultPoints faults,
    TimeProvider clock,
    ILogger<InboxWorker> logger) : SupervisedLoop(clock, logger)
{
    private const int BatchSize = 50;
    private const int MostAttempts = 5;
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseBeforeFilm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Dictionary<long, DateTimeOffset> _notBefore = [];

    /// <summary>Something new lies in the inbox.</summary>
    public void Wake() => _wake.Release();

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            IReadOnlyList<InboxEntry> pending = await queries.PendingAsync(BatchSize, stoppingToken);
            DateTimeOffset now = _clock.GetUtcNow();
            foreach (InboxEntry entry in pending.Where(entry => _notBefore.GetValueOrDefault(entry.Number) <= now))
            {
                stoppingToken.ThrowIfCancellationRequested();
                await TryHandleAsync(entry, Late);
            }

            await _wake.WaitAsync(_notBefore.Count > 0 ? PauseAfterFault : LongestSleep, stoppingToken);
        }
    }

    /// <summary>A film is tried for ever, with growing pauses; anything else is given up after some attempts.</summary>
    private async Task TryHandleAsync(InboxEntry entry, CancellationToken cancellationToken)
    {
        bool isFilm = false;
        try
        {
            faults.Reach("inbox.handle");
            Message message = JsonSerializer.Deserialize<Message>(entry.Json, JsonBotAPI.Options)
                ?? throw new JsonException($"Inbox entry {entry.Number} is empty.");
            IncomingMedia? media = MediaReader.Read(message);
            isFilm = media is not null;
            if (await HandleAsync(entry, message, media, cancellationToken))
                _notBefore.Remove(entry.Number);
            else
                _notBefore[entry.Number] = _clock.GetUtcNow() + PauseBeforeFilm;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            int attempts = await inbox.FailAttemptAsync(entry.Number, error.Message, cancellationToken);
            Log.HandlingFailed(_logger, error, entry.Number, attempts);
            if (isFilm || attempts < MostAttempts)
            {
                double seconds = Math.Min(LongestPause.TotalSeconds, Math.Pow(2, attempts));
                _notBefore[entry.Number] = _clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
                return;
            }

            await inbox.MarkHandledAsync(entry.Number, cancellationToken);
            _notBefore.Remove(entry.Number);
        }
    }

    /// <summary>False when the message has to wait for the film that it is about.</summary>
    private async Task<bool> HandleAsync(
        InboxEntry entry, Message message, IncomingMedia? media, CancellationToken cancellationToken)
    {
        if (SideFile.Read(message) is { } subtitles)
        {
            if (!await sideFiles.TakeAsync(message, subtitles, cancellationToken))
            {
                return false;
            }
        }
        else if (media is not null)
        {
            await intake.TakeAsync(entry, message, media, cancellationToken);
            return true;
        }
        else
        {
            await router.RunAsync(message, cancellationToken);
        }

        faults.Reach("inbox.handled");
        await inbox.MarkHandledAsync(entry.Number, cancellationToken);
        return true;
    }
}
