using System.Net;
using System.Net.Http.Headers;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace TelegramHls.Storage.Transport;

/// <summary>Opens the file behind a file_id: over HTTP on the cloud, in place where a local server names a rooted path.</summary>
public static class FileSource
{
    // Asking for little costs more in round trips than reading and dropping it.
    private const int SkipBuffer = 64 * 1024;

    /// <summary>Opens the file of <paramref name="fileId"/> at <paramref name="offset"/>.</summary>
    /// <param name="bot">The bot for which the file_id was made.</param>
    /// <param name="fileId">Its id of the file.</param>
    /// <param name="offset">First byte wanted.</param>
    /// <param name="cancellationToken">
    /// Ends the waiting: a local server answers only once the whole file is on its disk, which may take minutes.
    /// </param>
    /// <exception cref="FileSourceException">The file cannot be read; says why.</exception>
    public static async Task<OpenedFile> OpenAsync(
        BotConnection bot, string fileId, long offset, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bot);
        string path = await LocateAsync(bot, fileId, cancellationToken);
        return await OpenPathAsync(bot, path, offset, cancellationToken);
    }

    /// <summary>
    /// Lets the server bring the file onto its disk; returns where it can be read, for an hour or until it purges it. On a
    /// local server the path holds the token: never log it.
    /// </summary>
    internal static async Task<string> LocateAsync(BotConnection bot, string fileId, CancellationToken cancellationToken)
    {
        try
        {
            TGFile file = await bot.Client.GetFile(fileId, cancellationToken);
            return file.FilePath ?? throw new FileSourceException(FileFault.Gone, "The server named no path.");
        }
        catch (RequestException exception)
        {
            throw FileAnswers.ToException(exception);
        }
    }

    /// <summary>Opens the file at a path that the server named.</summary>
    internal static async Task<OpenedFile> OpenPathAsync(
        BotConnection bot, string path, long offset, CancellationToken cancellationToken) =>
        Path.IsPathRooted(path) ? OpenLocal(path, offset) : await OpenHttpAsync(bot, path, offset, cancellationToken);

    private static OpenedFile OpenLocal(string path, long offset)
    {
        try
        {
            var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, SkipBuffer, useAsync: true);
            stream.Position = offset;
            return new OpenedFile(stream, stream.Length, path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // The exception itself would carry the path, and that holds the token.
            throw new FileSourceException(FileFault.Gone, "The local server's file is gone from its disk.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new FileSourceException(
                FileFault.Unreachable,
                "The local server's file may not be read: run this program with its group (101 in its image).");
        }
        catch (IOException exception)
        {
            throw new FileSourceException(
                FileFault.Unreachable, $"The local server's file cannot be opened ({exception.GetType().Name}).");
        }
    }

    private static async Task<OpenedFile> OpenHttpAsync(
        BotConnection bot, string path, long offset, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, bot.FileAddress(path));
        if (offset > 0)
        {
            request.Headers.Range = new RangeHeaderValue(offset, null);
        }

        HttpResponseMessage response;
        try
        {
            response = await bot.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new FileSourceException(
                FileFault.Unreachable, $"The file server cannot be reached ({exception.HttpRequestError}).");
        }

        try
        {
            return await OpenBodyAsync(response, offset, cancellationToken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<OpenedFile> OpenBodyAsync(
        HttpResponseMessage response, long offset, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.PartialContent))
        {
            throw FileAnswers.ToException(response);
        }

        ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
        bool partial = response.StatusCode == HttpStatusCode.PartialContent;
        if (partial && range?.From != offset)
        {
            throw new FileSourceException(FileFault.Unreachable, "The file server sent another range than was asked for.");
        }

        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (!partial)
        {
            await SkipAsync(body, offset, cancellationToken);
        }

        long? length = partial ? range?.Length : response.Content.Headers.ContentLength;
        return new OpenedFile(new ResponseStream(body, response), length, LocalPath: null);
    }

    private static async Task SkipAsync(Stream body, long count, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[(int)Math.Min(count, SkipBuffer)];
        while (count > 0)
        {
            int read = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), cancellationToken);
            if (read == 0)
            {
                throw new FileSourceException(FileFault.Unreachable, "The file ended before the wanted byte.");
            }

            count -= read;
        }
    }
}
