using System.Text;
using TelegramHls.Bot.Access;
using TelegramHls.Bot.Cli.Errands;
using TelegramHls.Bot.Ingest;
using TelegramHls.Catalog.Audit;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Cli.Films.Adding;

/// <summary>Adds films that lie on this machine: all are queued first, then each is followed.</summary>
internal sealed class AddErrand(FileIntake intake, FilmFollower follower, StatusBoard board, People people, AuditCommands audit)
    : Errand<AddOrder, AddedFilms>
{
    public const string ErrandName = "add";

    public override string Name => ErrandName;

    protected override async Task<AddedFilms> DoAsync(AddOrder order, IProgress<ErrandNote> notes, CancellationToken cancellationToken)
    {
        long owner = await people.FindOwnerAsync(cancellationToken) ?? throw ErrandException.Of(
            "nobody owns this bot yet",
            "A film belongs to its owner.",
            "send the bot /start with the code that serve printed, or set Telegram__AllowedUsers__0");
        using var ends = new FilmEnds(board);
        var films = new List<(string File, AddedFilm? Done, JobId Job, VideoId Video)>();
        foreach (byte[] path in order.Paths)
        {
            films.Add(await QueueAsync(path, owner, ends, cancellationToken));
        }

        var added = new List<AddedFilm>();
        foreach ((string file, AddedFilm? done, JobId job, VideoId video) in films)
        {
            AddedFilm film = done ?? await follower.FollowAsync(
                new FollowedFilm(file, video, job, order.Wait, order.ToTheEnd), ends, notes, cancellationToken);
            added.Add(film);
        }

        return new AddedFilms(added);
    }

    private async Task<(string File, AddedFilm? Done, JobId Job, VideoId Video)> QueueAsync(
        byte[] path, long owner, FilmEnds ends, CancellationToken cancellationToken)
    {
        string file = Encoding.UTF8.GetString(path);
        try
        {
            NewVideo video = intake.Look(path, owner);
            ends.Watch(video.Id);
            JobId job = await intake.TakeAsync(video, path, cancellationToken);
            await audit.WriteAsync(CommandLine.Who, "add", video.Id.Value, file, cancellationToken);
            return (file, null, job, video.Id);
        }
        catch (ErrandException refusal)
        {
            return (file, AddedFilm.Refused(file, refusal.Explanation.Cause, refusal.Explanation.Remedy), default, default);
        }
    }
}
