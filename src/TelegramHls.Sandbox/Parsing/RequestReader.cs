using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Http;

namespace TelegramHls.Sandbox.Parsing;

/// <summary>Reads query, form, JSON and multipart into parameters; files go to disk as they come.</summary>
internal sealed class RequestReader(FileStore files)
{
    private const int LongestText = 1024 * 1024;
    private const int MostFiles = 50;
    private const int PartBuffer = 64 * 1024;

    public async Task<Parameters> ReadAsync(HttpRequest request, UploadLimits limits, CancellationToken ct)
    {
        var parameters = new Parameters();
        try
        {
            await using Stream body = Decode(request);
            if (MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type))
            {
                await ReadBodyAsync(parameters, body, type, limits, ct);
            }

            foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Query)
            {
                parameters.Set(name, values[^1] ?? string.Empty);
            }
        }
        catch
        {
            parameters.Dispose();
            throw;
        }

        return parameters;
    }

    private static Stream Decode(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => request.Body,
        "gzip" => new GZipStream(request.Body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress),
        _ => throw ApiFaultException.Reader(415),
    };

    private async Task ReadBodyAsync(
        Parameters parameters,
        Stream body,
        MediaTypeHeaderValue type,
        UploadLimits limits,
        CancellationToken ct)
    {
        switch (type.MediaType.ToString().ToLowerInvariant())
        {
            case "application/json":
                JsonBody.Read(await ReadTextAsync(body, LongestText, ct), parameters.Set);
                break;
            case "application/x-www-form-urlencoded":
                using (var text = new StreamReader(new MemoryStream(await ReadTextAsync(body, LongestText, ct))))
                {
                    foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in
                        QueryHelpers.ParseQuery(await text.ReadToEndAsync(ct)))
                    {
                        parameters.Set(name, values[^1] ?? string.Empty);
                    }
                }

                break;
            case "multipart/form-data":
                await ReadPartsAsync(parameters, body, type, limits, ct);
                break;
            default:
                break;
        }
    }

    private async Task ReadPartsAsync(
        Parameters parameters,
        Stream body,
        MediaTypeHeaderValue type,
        UploadLimits limits,
        CancellationToken ct)
    {
        string boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is < 1 or > 70)
        {
            throw ApiFaultException.Reader(400);
        }

        int textLeft = LongestText;
        var reader = new MultipartReader(boundary, body, PartBuffer);
        try
        {
            while (await reader.ReadNextSectionAsync(ct) is { } section)
            {
                ContentDisposition part = ContentDisposition.Parse(section.ContentDisposition)
                    ?? throw ApiFaultException.Reader(400);
                if (part.FileName is not null)
                {
                    await ReceiveAsync(parameters, part, section, limits, ct);
                    continue;
                }

                byte[] value = await ReadTextAsync(section.Body, textLeft, ct);
                textLeft -= value.Length;
                parameters.Set(part.Name, System.Text.Encoding.UTF8.GetString(value));
            }
        }
        catch (Exception fault) when (fault is InvalidDataException || (fault is IOException && !ct.IsCancellationRequested))
        {
            throw ApiFaultException.Reader(400);
        }
    }

    private async Task ReceiveAsync(
        Parameters parameters,
        ContentDisposition part,
        MultipartSection section,
        UploadLimits limits,
        CancellationToken ct)
    {
        if (parameters.Files.Count == MostFiles)
        {
            throw ApiFaultException.Reader(413);
        }

        Upload upload = await files.ReceiveAsync(section.Body, limits, ct);
        if (parameters.Files.Remove(part.Name, out Upload? replaced))
        {
            replaced.Dispose();
        }

        parameters.Files[part.Name] = upload with { Name = part.FileName, Mime = section.ContentType };
    }

    private static async Task<byte[]> ReadTextAsync(Stream body, int longest, CancellationToken ct)
    {
        using var text = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            if (text.Length + read > longest)
            {
                throw ApiFaultException.Reader(413);
            }

            text.Write(buffer, 0, read);
        }

        return text.ToArray();
    }
}
