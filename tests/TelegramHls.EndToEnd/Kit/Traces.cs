using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Kit;

/// <summary>What films leave behind when they should have left nothing.</summary>
internal static class Traces
{
    private static readonly string[] FilmTables = ["companions", "stored_files", "parts", "replicas", "tracks"];
    private static readonly string[] FilmDirectories = ["spool", "cache", "index", "companions"];

    /// <summary>Empty when no byte and no row of any film is left but failed videos and the history of jobs.</summary>
    public static async Task<string> LeftAsync(World world)
    {
        var rows = new Rows(world);
        List<string> found = [];
        foreach (string table in FilmTables)
        {
            if (await rows.CountAsync(table) is > 0 and var count)
            {
                found.Add($"{count} {table}");
            }
        }

        if (await rows.AskAsync("select count(*) from share_links where revoked_at is null") is not "0" and var links)
        {
            found.Add($"{links} share_links");
        }

        foreach (string directory in FilmDirectories.Select(name => Path.Combine(world.Data, name)).Where(Directory.Exists))
        {
            found.AddRange(Directory.GetFiles(directory, "*", SearchOption.AllDirectories));
        }

        found.AddRange((await Channels.DocumentsAsync(world)).Select(document => $"{document}"));
        return string.Join('\n', found);
    }

    /// <summary>Waits until nothing is left: messages are deleted in the background.</summary>
    public static async Task ShouldVanishAsync(World world)
    {
        string left = string.Empty;
        try
        {
            await Waiting.UntilAsync(async () => (left = await LeftAsync(world)).Length == 0, "nothing to be left");
        }
        catch (TimeoutException)
        {
            left.ShouldBeEmpty();
        }
    }

    /// <summary>As <see cref="ShouldVanishAsync"/>, an hour and a start of the program later.</summary>
    public static async Task ShouldVanishInTimeAsync(World world)
    {
        await world.Bot.KillAsync();
        await new Rows(world).AgeIntentsAsync();
        await world.StartBotAsync(("Storage__PartSize", "131072"));
        await ShouldVanishAsync(world);
    }
}
