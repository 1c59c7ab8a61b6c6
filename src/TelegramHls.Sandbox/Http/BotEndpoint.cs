using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Methods;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Weather;

namespace TelegramHls.Sandbox.Http;

/// <summary><c>/bot&lt;token&gt;/&lt;method&gt;</c>: reads, lets the weather strike, runs the method, answers.</summary>
internal sealed class BotEndpoint(Emulator emulator)
{
    private const long LargestCloudUpload = 52_428_800;
    private const long LargestLocalUpload = 2_097_152_000;
    private readonly MethodTable _methods = new();
    private readonly RequestReader _reader = new(emulator.Files);
    private readonly TokenGate _gate = new(emulator);

    public async Task HandleAsync(HttpContext context, string path)
    {
        CancellationToken ct = context.RequestAborted;
        string token = string.Empty;
        string method = string.Empty;
        try
        {
            (token, method) = Split(path);
            BotRecord? known = _gate.Find(token);
            long pacing = known?.Id ?? 0;
            var limits = new UploadLimits(
                emulator.Options.Local ? LargestLocalUpload : LargestCloudUpload,
                (bytes, stop) => emulator.Weather.PaceAsync(pacing, up: true, bytes, stop));
            using Parameters parameters = await _reader.ReadAsync(context.Request, limits, ct);
            BotRecord bot = known ?? throw _gate.Refusal(token);
            method = method.Length == 0 ? parameters.Text("method") : method;
            await RunAsync(context, bot, method, parameters, ct);
        }
        catch (ApiFaultException fault)
        {
            await Answers.FaultAsync(context, fault);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The caller hung up.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            // A local path, and so a fault of the file system, names the bot's directory, which is its token.
            string text = fault.ToString();
            Log.MethodFailed(emulator.Log, method, token.Length > 0 ? text.Replace(token, "…", StringComparison.Ordinal) : text);
            await Answers.FaultAsync(context, new ApiFaultException(500, string.Empty));
        }
    }

    private async Task RunAsync(HttpContext context, BotRecord bot, string name, Parameters parameters, CancellationToken ct)
    {
        emulator.Weather.CountCall(bot.Id, name.ToLowerInvariant());
        if (bot.LoggedOut)
        {
            throw new ApiFaultException(400, "Logged out") { Bare = true };
        }

        WaitingMethod method = _methods.Find(name) ?? throw new ApiFaultException(404, "method not found");
        var storm = new Storm(emulator, bot.Id, name);
        if (await storm.BeforeAsync(context, ct))
        {
            return;
        }

        await storm.SpaceAsync(parameters.Files.Values.Sum(upload => upload.Length), ct);
        if (!emulator.Options.Local && parameters.Files.Values.Any(upload => upload.TooLarge))
        {
            throw new ApiFaultException(413, string.Empty);
        }

        if (emulator.Options.Local)
        {
            await FileUris.ReadAsync(parameters, emulator.Files, ct);
        }

        var call = new Call(emulator, bot.Id, parameters);
        JsonNode result = await method(call, ct);
        if (!storm.After(context))
        {
            await Answers.ResultAsync(context, result, call.Description);
        }
    }

    private static (string Token, string Method) Split(string path)
    {
        string[] segments = path.Split('/');
        return segments.Length is 1 or 2
            ? (segments[0], segments.Length == 2 ? segments[1] : string.Empty)
            : throw new ApiFaultException(404, string.Empty);
    }
}
