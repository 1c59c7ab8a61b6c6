namespace TelegramHls.Bot.Cli.Errands;

/// <summary>Where errands are run.</summary>
internal interface IErrandPlace : IAsyncDisposable
{
    /// <summary>True when no server runs: the work ends with this process.</summary>
    bool IsAlone { get; }

    /// <summary>Has an errand done.</summary>
    /// <typeparam name="TResult">The errand's result.</typeparam>
    /// <exception cref="ErrandException">It cannot be done.</exception>
    Task<TResult> RunAsync<TResult>(string errand, object order, IProgress<ErrandNote> notes, CancellationToken cancellationToken);
}
