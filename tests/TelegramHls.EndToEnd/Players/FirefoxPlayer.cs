using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using TelegramHls.Testing;

namespace TelegramHls.EndToEnd.Players;

/// <summary>Debian's Firefox over WebDriver BiDi: the watch page with hls.js, or the stream link in a video element.</summary>
internal sealed class FirefoxPlayer : IPlayer
{
    private const string Listening = "WebDriver BiDi listening on ";
    private int _last;

    public async Task<Sight> SeekAsync(Card card, bool overHls, double seconds)
    {
        using var home = new TempDirectory();
        using Process firefox = Run.Start(
            home.Path, "firefox-esr", "--headless", "--no-remote", "--profile", Directory.CreateDirectory(home.File("profile")).FullName, "--remote-debugging-port", $"{BotProcess.FreePort()}");
        try
        {
            using ClientWebSocket socket = await ConnectAsync(firefox);
            await AskAsync(socket, "session.new", new { capabilities = new { } });
            JsonNode tree = await AskAsync(socket, "browsingContext.getTree", new { });
            string context = (string)tree["contexts"]![0]!["context"]!;
            await AskAsync(socket, "browsingContext.navigate", new { context, url = overHls ? card.Watch : "about:blank", wait = "complete" });
            JsonNode answer = await AskAsync(socket, "script.callFunction", new
            {
                functionDeclaration = PageScript.Seek,
                awaitPromise = true,
                target = new { context },
                arguments = new object[] { overHls ? new { type = "null" } : new { type = "string", value = card.Stream }, new { type = "number", value = seconds } },
            });
            return PageScript.Read((string?)answer["result"]?["value"] ?? throw new InvalidOperationException(answer.ToJsonString()));
        }
        finally
        {
            firefox.Kill(entireProcessTree: true);
            await firefox.WaitForExitAsync();
        }
    }

    private static async Task<ClientWebSocket> ConnectAsync(Process firefox)
    {
        while (await firefox.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                // Nobody reads on, and a full pipe would stop it.
                _ = firefox.StandardError.BaseStream.CopyToAsync(Stream.Null);
                _ = firefox.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                var socket = new ClientWebSocket();
                await socket.ConnectAsync(new Uri($"{line[Listening.Length..].Trim()}/session"), CancellationToken.None);
                return socket;
            }
        }

        throw new InvalidOperationException("Firefox ended before it listened.");
    }

    private async Task<JsonNode> AskAsync(ClientWebSocket socket, string method, object parameters)
    {
        int id = ++_last;
        byte[] order = JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters });
        await socket.SendAsync(order, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            JsonNode message = await ReadAsync(socket);
            if ((int?)message["id"] == id)
            {
                return message["result"] ?? throw new InvalidOperationException(message.ToJsonString());
            }
        }
    }

    private static async Task<JsonNode> ReadAsync(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
            message.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}
