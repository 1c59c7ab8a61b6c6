namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Has the server get a file ready; on a local server it may take minutes.</summary>
    public static Task<TGFile> GetFile(
        this ITelegramBotClient botClient, string fileId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new GetFileRequest
            {
                FileId = fileId,
            },
            cancellationToken);

    /// <summary>Has the server get a file ready and downloads it from the cloud.</summary>
    public static async Task<TGFile> GetInfoAndDownloadFile(
        this ITelegramBotClient botClient,
        string fileId,
        Stream destination,
        CancellationToken cancellationToken = default)
    {
        TGFile file = await botClient.GetFile(fileId, cancellationToken);
        await botClient.DownloadFile(file, destination, cancellationToken);
        return file;
    }

    /// <summary>Has the server get a file ready and downloads it from the cloud.</summary>
    public static Task<TGFile> GetInfoAndDownloadFile(
        this ITelegramBotClient botClient,
        FileBase file,
        Stream destination,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return botClient.GetInfoAndDownloadFile(file.FileId, destination, cancellationToken);
    }
}
