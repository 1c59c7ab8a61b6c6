using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>Keeps every line that is logged, at every level.</summary>
internal sealed class LogLines : ILoggerProvider
{
    public ConcurrentQueue<(int Event, string Text)> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void Dispose()
    {
    }

    private sealed class Writer(LogLines log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log.Lines.Enqueue((eventId.Id, $"{formatter(state, exception)} {exception}"));
    }
}
