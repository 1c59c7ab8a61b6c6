using TelegramHls.Bot.Conversation.Wording;
using TelegramHls.Bot.Hosting;
using TelegramHls.Media.Packaging;
using TelegramHls.Media.Samples;
using TelegramHls.Sandbox;
using TelegramHls.Sandbox.People;

namespace TelegramHls.Bot.Cli;

/// <summary>Sends a film as a newcomer would, and prints the links of the bot's answer.</summary>
internal sealed class SampleFilm(
    SandboxServer sandbox, DataDirectory directory, SampleMaker maker, ILogger<SampleFilm> logger)
{
    /// <summary>Ends when the links are printed; a fault is told and ends it, too.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            string path = Path.Combine(directory.Sandbox, "sample.mp4");
            await maker.MakeAsync(path, cancellationToken);
            await using FileStream film = File.OpenRead(path);
            int sent = await sandbox.Guest.SendFileAsync(film, "Sample film.mp4", cancellationToken);
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

    private static Explanation Trouble(string cause, string remedy) =>
        new(ExitCode.Done, "the sample film could not be sent", cause, remedy);

    private static bool IsLastWord(SandboxAnswer answer) =>
        LinkOf(answer, "Stream") is not null
        || answer.Text.Contains(ProgressText.NotTakenIn, StringComparison.Ordinal)
        || answer.Text.Contains(ProgressText.GivenUp, StringComparison.Ordinal);

    private static string? LinkOf(SandboxAnswer answer, string name) =>
        answer.Links.FirstOrDefault(link => link.Key.EndsWith(name, StringComparison.Ordinal)).Value;
}
