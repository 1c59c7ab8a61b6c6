using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Calls;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;

namespace TelegramHls.Sandbox.Methods;

/// <summary>getFile in both modes.</summary>
internal static class FileMethods
{
    private const long LargestDownload = 20_971_520;

    public static void AddTo(MethodTable table) => table.Add("getFile", GetFileAsync);

    private static async Task<JsonNode> GetFileAsync(Call call, CancellationToken ct)
    {
        string id = call.Parameters.Text("file_id").Trim();
        DocumentRecord document = call.World.Read(world => Find(call, id));
        if (!call.Emulator.Options.Local && document.Size > LargestDownload)
        {
            throw ApiFaultException.BadRequest("file is too big");
        }

        string path = await call.Emulator.ServerFiles.NameAsync(call.BotId, document, ct);
        return new JsonObject
        {
            ["file_id"] = id,
            ["file_unique_id"] = FileIds.Unique(document),
            ["file_size"] = document.Size,
        }.With("file_path", path);
    }

    private static DocumentRecord Find(Call call, string id)
    {
        if (id.Length == 0)
        {
            throw ApiFaultException.BadRequest("file_id not specified");
        }

        return !FileIds.TryRead(id, call.Bot, out long? document) ? throw ApiFaultException.BadRequest("invalid file_id")
            : document is { } known && call.World.Documents.TryGetValue(known, out DocumentRecord? found) ? found
            : throw ApiFaultException.BadRequest("wrong file_id or the file is temporarily unavailable");
    }
}
