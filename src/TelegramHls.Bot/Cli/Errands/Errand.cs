using System.Text.Json;
using TelegramHls.Bot.Cli.Reports;

namespace TelegramHls.Bot.Cli.Errands;

/// <summary>An errand with its records.</summary>
/// <typeparam name="TOrder">What is asked for.</typeparam>
/// <typeparam name="TResult">What came of it.</typeparam>
internal abstract class Errand<TOrder, TResult> : IErrand
    where TOrder : class
    where TResult : class
{
    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public async Task<object> RunAsync(JsonElement order, IProgress<ErrandNote> notes, CancellationToken cancellationToken) =>
        await DoAsync(
            JsonText.Read<TOrder>(order) ?? throw new JsonException($"{Name} was asked for without an order."), notes, cancellationToken);

    /// <summary>The work itself.</summary>
    protected abstract Task<TResult> DoAsync(TOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken);
}
