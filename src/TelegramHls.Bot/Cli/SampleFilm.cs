using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Hosting;
using TelegramHls.Bot.Wording;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Samples;
using TelegramHls.Sandbox;
using TelegramHls.Sandbox.People;

namespace TelegramHls.Bot.Cli;

/// <summary>The film that newcomers try things out with.</summary>
internal sealed class SampleFilm(DataDirectory directory, SampleMaker maker, ILogger<SampleFilm> logger) : IDisposable
{
    public const string Name = "Sample film.mp4";

    private readonly SemaphoreSlim _oneMaker = new(1);

    /// <summary>Opens the film; the first time it is made, which takes some seconds.</summary>
    /// <exception cref="PackagingException">ffmpeg is missing or failed.</exception>
    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        string path = Path.Combine(directory.Sandbox, "sample.mp4");
        await _oneMaker.WaitAsync(cancellationToken);
        try
        {
            await maker.MakeAsync(path, cancellationToken);
        }
        finally
        {
            _oneMaker.Release();
        }

        return File.OpenRead(path);
    }

    /// <summary>
    /// Sends the film as a newcomer would and prints the links of the bot's answer. Ends when they are printed; a fault is
    /// told and ends it, too.
    /// </summary>
    public async Task SendAsync(SandboxServer sandbox, CancellationToken cancellationToken)
    {
        try
        {
            await using Stream film = await OpenAsync(cancellationToken);
            int sent = await sandbox.Guest.SendFileAsync(film, Name, cancellationToken);
            SandboxAnswer answer = await sandbox.Guest.WaitForAnswerAsync(sent, IsLastWord, cancellationToken);
            if (answer.Links.Count == 0)
            {
                await Trouble(answer.Text.ReplaceLineEndings(" "), "what the cause says, then telegramhls serve --sample again").WriteAsync();
                return;
            }

            foreach (string name in (string[])["Watch", "HLS", "Stream"])
            {
                await Console.Out.WriteLineAsync($"{name.ToLowerInvariant()}: {LinkOf(answer, name)}");
            }
        }
        catch (PackagingException error)
        {
            await Trouble(error.Message, "apt-get install ffmpeg, or set Media__FFmpegDirectory to the folder that holds it").WriteAsync();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SampleFailed(logger, error);
        }
    }

    public void Dispose() => _oneMaker.Dispose();

    private static Explanation Trouble(string cause, string remedy) =>
        new(ExitCode.Done, "the sample film could not be sent", cause, remedy);

    private static bool IsLastWord(SandboxAnswer answer) =>
        LinkOf(answer, "Stream") is not null
        || answer.Text.Contains(WorkStanding.WaitingForRoom, StringComparison.Ordinal)
        || answer.Text.Contains(ProgressText.NotTakenIn, StringComparison.Ordinal)
        || answer.Text.Contains(ProgressText.GivenUp, StringComparison.Ordinal);

    private static string? LinkOf(SandboxAnswer answer, string name) =>
        answer.Links.FirstOrDefault(link => link.Key.EndsWith(name, StringComparison.Ordinal)).Value;
}
