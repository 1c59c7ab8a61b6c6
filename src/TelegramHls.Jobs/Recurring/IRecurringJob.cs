namespace TelegramHls.Jobs.Recurring;

/// <summary>Work that comes again and again: kept short, repeatable at any time, never two runs of it at once.</summary>
public interface IRecurringJob
{
    /// <summary>Unique; kept with its state and used in addresses: lower case and hyphens.</summary>
    string Name { get; }

    /// <summary>What it does, for people, as in "Copy the database".</summary>
    string Title { get; }

    /// <summary>From the end of one run to the next.</summary>
    TimeSpan Every { get; }

    /// <summary>True when it also runs at each start of the program.</summary>
    bool RunsAtStart { get; }

    /// <summary>Does the work. An exception is shown to people; the job is tried again at its next turn.</summary>
    /// <param name="cancellationToken">Cancelled when the program stops.</param>
    /// <returns>What came of it, a sentence for people; never a token or a key.</returns>
    Task<string> RunAsync(CancellationToken cancellationToken);
}
