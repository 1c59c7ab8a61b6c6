using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using TelegramHls.Sandbox.Tests.Contract;
using TelegramHls.Testing;

namespace TelegramHls.Sandbox.Tests.Behaviour;

/// <summary>No token reaches a log, not even by way of a fault.</summary>
public sealed class LogTests
{
    [SandboxFact]
    public async Task Log_FaultOfTheFileSystem_HoldsNoToken()
    {
        using var directory = new TempDirectory();
        using var lines = new Lines();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        using var http = new HttpClient();
        await using SandboxServer server = await SandboxServer.StartAsync(
            new SandboxOptions { Directory = directory.Path, Local = true },
            TimeProvider.System,
            loggers,
            CancellationToken.None);
        var bot = new Api(http, server.Url, server.Accounts.StorageBots[0].Bot.Token);
        Answer sent = await bot.Upload("sendDocument", "document", "a.bin", [1],
            ("chat_id", server.Accounts.StorageBots[0].ChatId));

        // A file where the bot's directory belongs.
        Directory.CreateDirectory(directory.File("server"));
        await File.WriteAllTextAsync(Path.Combine(directory.File("server"), bot.Token), "in the way");
        Answer answer = await bot.Call("getFile",
            ("file_id", sent.Result.GetProperty("document").GetProperty("file_id").GetString()));

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        lines.All.ShouldContain(line => line.Contains("getFile failed", StringComparison.Ordinal));
        lines.All.ShouldNotContain(line => line.Contains(bot.Token, StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => All.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
