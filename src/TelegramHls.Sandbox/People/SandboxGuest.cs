using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Files;

namespace TelegramHls.Sandbox.People;

/// <summary>The default person inside this process, in the private chat with the control bot.</summary>
public sealed class SandboxGuest
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private readonly Emulator _emulator;
    private readonly PersonActing _acting;
    private readonly PersonReading _reading;
    private readonly long _person;
    private readonly long _bot;

    internal SandboxGuest(Emulator emulator, long person, long bot)
    {
        (_emulator, _person, _bot) = (emulator, person, bot);
        (_acting, _reading) = (new PersonActing(emulator), new PersonReading(emulator));
    }

    /// <summary>Sends a file as a document; returns the id of the message.</summary>
    /// <param name="content">The bytes, from where the stream stands.</param>
    /// <param name="name">File name.</param>
    /// <param name="ct">Ends the transfer.</param>
    public async Task<int> SendFileAsync(Stream content, string name, CancellationToken ct)
    {
        using Upload upload = await _emulator.Files.ReceiveAsync(content, UploadLimits.None, ct);
        JsonObject sent = _acting.SendFile(_person, _bot, PersonFile.Document(name), upload);
        return (int)sent["message_id"]!;
    }

    /// <summary>Waits until one of the bot's answers to a message is the wanted one, as it is or after an edit.</summary>
    public async Task<SandboxAnswer> WaitForAnswerAsync(int message, Func<SandboxAnswer, bool> wanted, CancellationToken ct)
    {
        while (true)
        {
            JsonObject chat = _reading.Messages(_person, _bot, MessagePage.After(message));
            foreach (JsonNode? answer in (JsonArray)chat["messages"]!)
            {
                var read = new SandboxAnswer(answer!["text"]?.ToString() ?? string.Empty, LinksOf(answer));
                if (answer["reply_to_message"]?["message_id"]?.GetValue<int>() == message && wanted(read))
                {
                    return read;
                }
            }

            await _reading.WaitAsync(_person, _bot, chat["version"]!.GetValue<long>(), BetweenLooks, ct);
        }
    }

    private static Dictionary<string, string> LinksOf(JsonNode message)
    {
        JsonArray rows = message["reply_markup"]?["inline_keyboard"] as JsonArray ?? [];
        return rows.SelectMany(row => (JsonArray)row!)
            .Where(button => button!["url"] is not null)
            .ToDictionary(button => button!["text"]!.ToString(), button => button!["url"]!.ToString(), StringComparer.Ordinal);
    }
}
