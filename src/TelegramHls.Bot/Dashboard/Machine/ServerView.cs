using TelegramHls.Bot.Dashboard.Lists;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Dashboard.Machine;

/// <summary>The one process that works in this data directory.</summary>
/// <param name="Node">Name of the machine, and the process's number there.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Runtime">Of .NET, with system and processor.</param>
/// <param name="StartedAt">When the program started.</param>
/// <param name="BeatAt">Its last sign of life.</param>
/// <param name="CutOffAt">When the run before this one was cut off; null when it was stopped properly.</param>
/// <param name="Memory">Bytes in use.</param>
/// <param name="Processor">Processor time so far.</param>
/// <param name="Database">Bytes of the database.</param>
/// <param name="Free">Bytes free on the disk.</param>
/// <param name="Floor">Bytes that must stay free.</param>
/// <param name="Queue">How many jobs run and may run.</param>
/// <param name="Problem">What keeps the engine from its work; null when nothing does.</param>
/// <param name="Work">The jobs that run.</param>
/// <param name="Recurring">Titles of the recurring jobs that run.</param>
public sealed record ServerView(
    string Node,
    string Version,
    string Runtime,
    DateTimeOffset StartedAt,
    DateTimeOffset BeatAt,
    DateTimeOffset? CutOffAt,
    long Memory,
    TimeSpan Processor,
    long Database,
    long Free,
    long Floor,
    QueueLook Queue,
    string? Problem,
    IReadOnlyList<JobLine> Work,
    IReadOnlyList<string> Recurring);
