using TelegramHls.Bot.Hosting;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Playback.Indexes;

/// <summary>
/// The fragment journals of films in work. Each run that packages a film writes one of its own, under a name that is never used
/// again; those of earlier runs stay for whoever plays what they have stored.
/// </summary>
internal sealed class FilmJournals(DataDirectory directory)
{
    private const string Extension = ".journal";

    /// <summary>A name for the journal of a new run.</summary>
    public string NewPath(VideoId video) =>
        Path.Combine(Directory.CreateDirectory(FolderOf(video)).FullName, $"{Guid.CreateVersion7():N}{Extension}");

    /// <summary>Where the journal of a film's second version is written, of which nobody plays before it is whole; an earlier one is deleted.</summary>
    public string NewSecondPath(VideoId video)
    {
        string path = Path.Combine(Directory.CreateDirectory(FolderOf(video)).FullName, "compatible.fragments");
        File.Delete(path);
        return path;
    }

    /// <summary>The journals that there are, the newest first.</summary>
    public string[] PathsOf(VideoId video)
    {
        string folder = FolderOf(video);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*" + Extension).OrderDescending(StringComparer.Ordinal)] : [];
    }

    private string FolderOf(VideoId video) => Path.Combine(directory.Spool, video.Value);
}
