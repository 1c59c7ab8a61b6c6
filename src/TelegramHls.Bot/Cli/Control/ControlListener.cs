using System.Collections.Concurrent;
using System.Net.Sockets;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Hosting;

namespace TelegramHls.Bot.Cli.Control;

/// <summary>Answers verbs that run beside the server, over its local socket.</summary>
internal sealed class ControlListener(
    DataDirectory directory, IEnumerable<IErrand> errands, TimeProvider clock, ILogger<ControlListener> logger) : SupervisedLoop(clock, logger)
{
    private readonly ConcurrentDictionary<Task, byte> _talks = new();
    private readonly ILogger _logger = logger;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var door = new ControlSocket(directory.Root);
        using Socket socket = door.Listen();
        try
        {
            while (true)
            {
                Socket caller = await socket.AcceptAsync(stoppingToken);
                Task talk = ServeAsync(caller, stoppingToken);
                _talks.TryAdd(talk, 0);
                _ = talk.ContinueWith(ended => _talks.TryRemove(ended, out _), TaskScheduler.Default);
            }
        }
        finally
        {
            door.Remove();
            await Task.WhenAll(_talks.Keys);
        }
    }

    private async Task ServeAsync(Socket caller, CancellationToken stoppingToken)
    {
        using var talk = new ControlTalk(caller);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        try
        {
            if (await talk.ReadAsync<ControlRequest>(stoppingToken) is not { } request)
            {
                return;
            }

            Task leaving = WatchAsync(talk, gone);
            ControlMessage answer = await AnswerAsync(request, talk, gone.Token);
            await talk.WriteAsync(answer, CancellationToken.None);
            await gone.CancelAsync();
            await leaving;
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or System.Text.Json.JsonException)
        {
            // Gone in the middle, or no verb of ours; its work was cancelled with it.
            Log.CallerLost(_logger, error.Message);
        }
    }

    private async Task<ControlMessage> AnswerAsync(ControlRequest request, ControlTalk talk, CancellationToken cancellationToken)
    {
        IErrand? errand = errands.FirstOrDefault(one => one.Name == request.Errand);
        if (errand is null)
        {
            return Failure("the server does not know this command", "It runs another version of the program.", "restart the server");
        }

        try
        {
            await using var notes = new ControlNotes(talk);
            object result = await errand.RunAsync(request.Order, notes, cancellationToken);
            Log.ErrandDone(_logger, request.Errand);
            return new ControlMessage(Result: Reports.JsonText.Element(result));
        }
        catch (ErrandException refusal)
        {
            return new ControlMessage(Fault: refusal.Explanation);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failure("the server is stopping", "It was told to.", "repeat this when it runs again; what was begun goes on by itself");
        }
        catch (Exception error)
        {
            Log.ErrandFailed(_logger, error, request.Errand);
            return Failure("the server failed at this", error.Message, "look into the server's log, event 6302");
        }
    }

    private static ControlMessage Failure(string what, string cause, string remedy) =>
        new(Fault: new Explanation(ExitCode.Failed, what, cause, remedy));

    /// <summary>A verb sends nothing more: the end of its connection is all there is to hear.</summary>
    private static async Task WatchAsync(ControlTalk talk, CancellationTokenSource gone)
    {
        try
        {
            await talk.ReadAsync<ControlRequest>(gone.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The same as an end.
        }

        await gone.CancelAsync();
    }
}
