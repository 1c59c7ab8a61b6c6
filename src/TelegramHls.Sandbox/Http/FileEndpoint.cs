using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Weather;

namespace TelegramHls.Sandbox.Http;

/// <summary><c>/file/bot&lt;token&gt;/&lt;path&gt;</c>: the cloud's downloads. A local server serves no files.</summary>
internal sealed class FileEndpoint(Emulator emulator)
{
    private readonly TokenGate _gate = new(emulator);

    public async Task HandleAsync(HttpContext context, string path)
    {
        try
        {
            int slash = path.IndexOf('/', StringComparison.Ordinal);
            if (emulator.Options.Local || slash < 0)
            {
                throw new ApiFaultException(404, string.Empty);
            }

            BotRecord bot = _gate.Find(path[..slash]) ?? throw _gate.Refusal(path[..slash]);
            emulator.Weather.CountCall(bot.Id, "file");
            var storm = new Storm(emulator, bot.Id, "file");
            if (await storm.BeforeAsync(context, context.RequestAborted))
            {
                return;
            }

            DocumentRecord document = emulator.ServerFiles.Find(bot.Id, path[(slash + 1)..], emulator.Clock.Now)
                ?? throw new ApiFaultException(404, string.Empty);
            await SendAsync(context, bot.Id, document);
        }
        catch (ApiFaultException fault)
        {
            await Answers.FaultAsync(context, fault);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up.
        }
    }

    private async Task SendAsync(HttpContext context, long bot, DocumentRecord document)
    {
        IReadOnlyList<WeatherRule> rules =
            emulator.Weather.Strike(bot, "file", Effect.Cut, Effect.Corrupt, Effect.NoRange);
        bool ranges = !rules.Any(rule => rule.Effect == Effect.NoRange);
        (long from, long to) = (0, document.Size - 1);
        HttpResponse response = context.Response;
        if (ranges && SingleRange(context.Request) is { } range)
        {
            (from, to) = range.From is null
                ? (Math.Max(0, document.Size - range.To!.Value), document.Size - 1)
                : (range.From.Value, Math.Min(range.To ?? long.MaxValue, document.Size - 1));
            if (from > to)
            {
                response.StatusCode = 416;
                response.Headers.ContentRange = $"bytes */{document.Size}";
                return;
            }

            response.StatusCode = 206;
            response.Headers.ContentRange = $"bytes {from}-{to}/{document.Size}";
        }

        response.ContentType = "application/octet-stream";
        response.ContentLength = to - from + 1;
        if (ranges)
        {
            response.Headers.AcceptRanges = "bytes";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            var download = new Download(emulator, bot, rules);
            await download.CopyAsync(context, emulator.Files.PathOf(document.Sha256), from, to - from + 1);
        }
    }

    private static RangeItemHeaderValue? SingleRange(HttpRequest request) =>
        RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out RangeHeaderValue? range)
            && range.Unit == "bytes"
            && range.Ranges.Count == 1
            ? range.Ranges.First()
            : null;
}
