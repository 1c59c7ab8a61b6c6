namespace TelegramHls.Media.Processes;

/// <summary>Looks whether an ffmpeg was built with what this program asks of it.</summary>
public static class FFmpegInventory
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    // What each question lists, and the names that have to stand in the answer.
    private static readonly (string Question, string[] Names)[] Needed =
    [
        ("-encoders", ["libx264", "aac"]),
        ("-muxers", ["mp4"]),
        ("-demuxers", ["matroska,webm", "mov,mp4,m4a,3gp,3g2,mj2"]),
    ];

    /// <summary>The names of what is missing; none when all is there.</summary>
    /// <param name="ffmpeg">Absolute path of the program.</param>
    /// <param name="cancellationToken">Kills it.</param>
    public static async Task<IReadOnlyList<string>> FindLackingAsync(string ffmpeg, CancellationToken cancellationToken)
    {
        var lacking = new List<string>();
        foreach ((string question, string[] names) in Needed)
        {
            HashSet<string> there = await AskAsync(ffmpeg, question, cancellationToken);
            lacking.AddRange(names.Where(name => !there.Contains(name)));
        }

        return lacking;
    }

    private static async Task<HashSet<string>> AskAsync(string ffmpeg, string question, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AnswerTime);
        await using FFmpegProcess process = FFmpegProcess.Start(ffmpeg, ["-hide_banner", question], static _ => { });
        using var reader = new StreamReader(process.Output);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            // Flags, then the name: " V....D libx264   libx264 H.264 …".
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var name, ..])
            {
                names.Add(name);
            }
        }

        return names;
    }
}
