using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TelegramHls.BotApi.Tests.Wire;

/// <summary>A server on loopback that keeps what it was asked, byte for byte, and answers as a test tells it.</summary>
public sealed class TelegramStandIn : IAsyncDisposable
{
    public const string Token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Seen> _requests = new();

    private TelegramStandIn(WebApplication server) => _server = server;

    public Func<HttpContext, Seen, Task> Answer { get; set; } =
        (context, _) => Json(context, 200, """{"ok":true,"result":true}""");

    /// <summary>False: the body is left to <see cref="Answer"/>.</summary>
    public bool KeepBodies { get; set; } = true;

    public IReadOnlyList<Seen> Requests => [.. _requests];

    public string Url => _server.Urls.First();

    public static async Task<TelegramStandIn> Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        WebApplication server = builder.Build();
        var standIn = new TelegramStandIn(server);
        server.Run(standIn.Handle);
        await server.StartAsync();
        return standIn;
    }

    public static async Task Json(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    public void AnswerJson(string body, int status = 200) => Answer = (context, _) => Json(context, status, body);

    public TelegramBotClient Client(HttpClient? http = null) =>
        new(new TelegramBotClientOptions(Token, Url) { RetryThreshold = 0, RetryCount = 1 }, http);

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task Handle(HttpContext context)
    {
        using var body = new MemoryStream();
        if (KeepBodies)
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var seen = new Seen(
            context.Request.Method,
            context.Request.Path.Value!,
            context.Request.Protocol,
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        _requests.Enqueue(seen);
        await Answer(context, seen);
    }
}
