using System.Globalization;
using System.Text;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Ingest;
using TelegramHls.Bot.Ingest.Admit;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Wording;
using TelegramHls.Catalog.Commands;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;
using TelegramHls.Jobs;

namespace TelegramHls.Bot.Cli.Films.Adding;

/// <summary>Turns a file of this machine into a video with a job. The file stays where it is, and is nobody's to delete.</summary>
internal sealed class FileIntake(VideoCommands commands, JobQueue queue, SourceLimit limit, IVideoAnnouncer announcer)
{
    /// <summary>The video as it will be; nothing is written yet.</summary>
    /// <exception cref="ErrandException">The file cannot be taken.</exception>
    public NewVideo Look(byte[] path, long owner)
    {
        string file = Encoding.UTF8.GetString(path);
        long size = SizeOf(path);
        if (size == 0)
        {
            throw Refusal("It is empty, or no file at all.", "name a file that holds a film");
        }

        if (limit.Refuse(size, isLocal: true) is { } refusal)
        {
            throw Refusal(refusal, "raise Media__MaxSourceBytes");
        }

        string name = FilmName.Clean(Path.GetFileName(file));
        string title = FilmName.Shorten(FilmName.Clean(Path.GetFileNameWithoutExtension(name)));
        return new NewVideo(
            VideoId.New(),
            owner,
            ChatId: 0,
            SourceMessageId: 0,
            VideoKind.Video,
            title.Length > 0 ? title : "Film",
            name.Length > 0 ? name : "film",
            size);
    }

    /// <summary>Commits the video with its job and starts it.</summary>
    public async Task<JobId> TakeAsync(NewVideo video, byte[] path, CancellationToken cancellationToken)
    {
        JobRecord job = queue.NewJob(
            IngestPipeline.PipelineName,
            video.Id.Value,
            video.OwnerId.ToString(CultureInfo.InvariantCulture),
            new IngestRequest(1, video.Id, new LocalSource(path)));
        await commands.CreateAsync(video, job, cancellationToken);
        announcer.Show(video.Id, new VideoStatus.Queued());
        queue.Wake();
        return job.Id;
    }

    private static long SizeOf(byte[] path)
    {
        try
        {
            return new LocalSource(path).Look();
        }
        catch (FileNotFoundException)
        {
            throw Refusal("There is no such file.", "see whether the path is right; begin a name that begins with a dash with ./");
        }
        catch (UnauthorizedAccessException)
        {
            throw Refusal(
                $"The server runs as user {Environment.UserName}, who may not read it.",
                "let that user read the file and enter its folders (chmod, setfacl), or move it");
        }
        catch (IOException fault)
        {
            throw Refusal(fault.Message, "name films, not folders: telegramhls add FOLDER/*");
        }
    }

    private static ErrandException Refusal(string cause, string remedy) => ErrandException.Of("not added", cause, remedy);
}
