using TelegramHls.Catalog.Database;

namespace TelegramHls.Catalog.Audit;

/// <summary>Writes down what operators do, wherever they do it: pages, command line, chat.</summary>
public sealed class AuditCommands
{
    private readonly CatalogStore _store;
    private readonly TimeProvider _clock;

    internal AuditCommands(CatalogStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>One line, at this moment. Committed when it returns.</summary>
    /// <param name="who">Who, as people read it.</param>
    /// <param name="action">What, in a word or two.</param>
    /// <param name="target">On what; null where it concerns all.</param>
    /// <param name="detail">What else is worth knowing; never a token or a key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WriteAsync(string who, string action, string? target, string? detail, CancellationToken cancellationToken) =>
        WriteAsync(who, [(action, target, detail)], cancellationToken);

    /// <summary>Several lines of one person in one transaction.</summary>
    public Task WriteAsync(
        string who,
        IReadOnlyCollection<(string Action, string? Target, string? Detail)> lines,
        CancellationToken cancellationToken) =>
        _store.WriteAsync(
            context =>
            {
                DateTimeOffset now = _clock.GetUtcNow();
                context.Audit.AddRange(lines.Select(line => new AuditRow
                {
                    At = now,
                    Who = who,
                    Action = line.Action,
                    Target = line.Target,
                    Detail = line.Detail,
                }));
                return Task.CompletedTask;
            },
            cancellationToken);
}
