namespace TelegramHls.Catalog.Search;

/// <summary>In which order jobs are listed.</summary>
public enum JobOrder
{
    /// <summary>The last queued first.</summary>
    Newest,

    /// <summary>The first queued first.</summary>
    Oldest,

    /// <summary>The last finished first; those in work before all.</summary>
    Finished,

    /// <summary>By title.</summary>
    Title,
}
