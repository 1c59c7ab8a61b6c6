using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Files;

/// <summary>
/// The files that getFile named for each bot. Cloud: a relative path, valid for an hour. Local: a copy under the
/// bot's directory, which may be purged or deleted at any time and is then made again.
/// </summary>
internal sealed class ServerFiles(SandboxOptions options, World world, FileStore files) : IDisposable
{
    private const long PathLife = 3600;
    private readonly string _root = Path.GetFullPath(Path.Combine(options.Directory, "server"));
    private readonly SemaphoreSlim _copying = new(1);

    /// <summary>The path that getFile answers; local files lie there when this returns.</summary>
    public async Task<string> NameAsync(long bot, DocumentRecord document, CancellationToken ct)
    {
        (string relative, string token) = world.Change(change => (Name(change, bot, document), world.Bots[bot].Token));
        if (!options.Local)
        {
            return relative;
        }

        string path = Path.Combine(_root, token, relative);
        await _copying.WaitAsync(ct);
        try
        {
            var there = new FileInfo(path);
            if (!there.Exists || there.Length != document.Size)
            {
                PrivatePlace.Make(_root);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                string beside = $"{path}.part";
                await Task.Run(() => File.Copy(files.PathOf(document.Sha256), beside, overwrite: true), ct);
                File.Move(beside, path, overwrite: true);
            }
        }
        finally
        {
            _copying.Release();
        }

        return path;
    }

    /// <summary>What lies under a file URL of the bot; null when unknown or expired.</summary>
    public DocumentRecord? Find(long bot, string path, long now) => world.Read(all => all.ServerFiles.Values
        .Where(file => file.Bot == bot && file.Path.Equals(path, StringComparison.Ordinal) && file.Date + PathLife > now)
        .Select(file => all.Documents[file.Document])
        .FirstOrDefault());

    /// <summary>Removes all local copies and lets all file URLs expire.</summary>
    public void Purge()
    {
        world.Change(change =>
        {
            foreach (ServerFileRecord file in world.ServerFiles.Values.ToList())
            {
                change.Put(file with { Date = 0 });
            }

            return true;
        });
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    public void Dispose() => _copying.Dispose();

    private static string Name(Change change, long id, DocumentRecord document)
    {
        World all = change.World;
        if (all.ServerFiles.TryGetValue((id, document.Id), out ServerFileRecord? known))
        {
            if (change.Now - known.Date > PathLife / 60)
            {
                change.Put(known with { Date = change.Now });
            }

            return known.Path;
        }

        BotRecord bot = all.Bots[id];
        string path = $"{FolderOf(document.Kind)}/file_{bot.NextFileNumber}{ExtensionOf(document)}";
        change.Put(bot with { NextFileNumber = bot.NextFileNumber + 1 });
        change.Put(new ServerFileRecord(id, document.Id, path, change.Now));
        return path;
    }

    private static string ExtensionOf(DocumentRecord document)
    {
        string extension = Path.GetExtension(document.Name ?? string.Empty);
        return extension.Length is > 1 and <= 10 && extension[1..].All(char.IsAsciiLetterOrDigit) ? extension
            : document.Picture ? ".jpg"
            : string.Empty;
    }

    private static string FolderOf(MediaKind kind) => kind switch
    {
        MediaKind.Video => "videos",
        MediaKind.Animation => "animations",
        MediaKind.Audio => "music",
        MediaKind.Voice => "voice",
        MediaKind.VideoNote => "video_notes",
        MediaKind.Photo => "photos",
        MediaKind.Thumbnail => "thumbnails",
        _ => "documents",
    };
}
