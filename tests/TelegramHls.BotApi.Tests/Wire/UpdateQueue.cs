using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TelegramHls.BotApi.Tests.Wire;

/// <summary>The server's queue of updates: an offset forgets what lies before it, and only an offset does.</summary>
public sealed class UpdateQueue
{
    private readonly ConcurrentQueue<(int Code, string Description)> _refusals = new();
    private readonly ConcurrentQueue<JsonElement> _polls = new();

    public UpdateQueue(TelegramStandIn server) => server.Answer = Answer;

    public IReadOnlyList<int> Waiting { get; private set; } = [];

    public IReadOnlyList<JsonElement> Polls => [.. _polls];

    /// <summary>Called when a long poll finds nothing; the poll then waits until the client hangs up.</summary>
    public Action OnEmpty { get; set; } = () => { };

    /// <summary>What each update holds beside its id, as a field of JSON.</summary>
    public string Content { get; set; } = "\"test\":true";

    public void Hold(params int[] ids) => Waiting = ids;

    public void Refuse(int code, string description) => _refusals.Enqueue((code, description));

    private async Task Answer(HttpContext context, Seen request)
    {
        _polls.Enqueue(request.Json);
        if (_refusals.TryDequeue(out (int Code, string Description) refusal))
        {
            string text = $$"""{"ok":false,"error_code":{{refusal.Code}},"description":"{{refusal.Description}}"}""";
            await TelegramStandIn.Json(context, refusal.Code, text);
            return;
        }

        int offset = request.Json.TryGetProperty("offset", out JsonElement value) ? value.GetInt32() : 0;
        Waiting = offset < 0 ? [.. Waiting.TakeLast(-offset)] : [.. Waiting.Where(id => id >= offset)];
        bool waits = request.Json.TryGetProperty("timeout", out JsonElement timeout) && timeout.GetInt32() > 0;
        if (Waiting.Count == 0 && waits)
        {
            OnEmpty();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        string updates = string.Join(',', Waiting.Select(id => $$"""{"update_id":{{id}},{{Content}}}"""));
        await TelegramStandIn.Json(context, 200, $$"""{"ok":true,"result":[{{updates}}]}""");
    }
}
