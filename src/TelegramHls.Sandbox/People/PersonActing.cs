using System.Security.Cryptography;
using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Files;
using TelegramHls.Sandbox.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Methods;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;
using TelegramHls.Sandbox.Rendering;
using TelegramHls.Sandbox.Updates;

namespace TelegramHls.Sandbox.People;

/// <summary>What a person does. Bots hear of it by their updates.</summary>
internal sealed class PersonActing(Emulator emulator)
{
    public JsonObject Say(long person, long chat, string text, int? replyTo)
    {
        text = text.Trim();
        return text.Length == 0
            ? throw ApiFaultException.BadRequest("text must be non-empty")
            : emulator.World.Change(change => Post(change, person, chat, message => message with
            {
                Text = text,
                Entities = EntityList.Commands(text),
                ReplyTo = replyTo,
            }));
    }

    public JsonObject SendFile(long person, long chat, PersonFile order, Upload upload) => emulator.World.Change(change =>
    {
        string mime = KindSniffer.MimeOf(order.Name, order.Mime);
        emulator.Files.Keep(upload);
        bool picture = order.Kind == MediaKind.Photo;
        (int width, int height) = picture
            ? PictureSize.Read(emulator.Files.PathOf(upload.Sha256))
            : (order.Traits.Width, order.Traits.Height);
        var document = new DocumentRecord(FileInput.NewId(), upload.Sha256, upload.Length, order.Kind)
        {
            Name = picture ? null : order.Name,
            Mime = picture ? null : order.Mime ?? mime,
            Width = width,
            Height = height,
            Duration = order.Traits.Duration,
            Performer = order.Traits.Performer,
            Title = order.Traits.Title,
        };
        FormattedText caption = FormattedText.Parse(order.Caption, string.Empty, listed: null);
        return Post(change, person, chat, message => message with
        {
            Document = FileInput.Put(change, document),
            Text = caption.Text,
            ReplyTo = order.ReplyTo,
        });
    });

    public JsonObject Forward(long person, long chat, long fromChat, int id) => emulator.World.Change(change =>
    {
        MessageRecord source = Message(change.World, person, fromChat, id);
        return source.Service || source.Protected
            ? throw ApiFaultException.BadRequest("message can't be forwarded")
            : Post(change, person, chat, message => CopyMethods.Forwarded(change.World, source, message));
    });

    public JsonObject Edit(long person, long chat, int id, string text) => emulator.World.Change(change =>
    {
        MessageRecord message = Message(change.World, person, chat, id);
        if (message.From != person || message.Service)
        {
            throw ApiFaultException.BadRequest("message can't be edited");
        }

        text = text.Trim();
        if (text.Length == 0 && message.Document is null)
        {
            throw ApiFaultException.BadRequest("text must be non-empty");
        }

        MessageRecord edited = message with { Text = text, Entities = EntityList.Commands(text), EditDate = change.Now };
        change.PutMessage(edited);
        UpdateFeed.Announce(change, edited, edited: true);
        return MessageJson.Of(change.World, edited, viewer: null);
    });

    /// <summary>People delete what they like, of any age; bots do not hear of it.</summary>
    public JsonObject Delete(long person, long chat, int id) => emulator.World.Change(change =>
    {
        change.RemoveMessage(Message(change.World, person, chat, id));
        return new JsonObject { ["deleted"] = true };
    });

    /// <summary>Everything up to that message was seen; never goes back.</summary>
    public JsonObject Read(long person, long chat, int id) => emulator.World.Change(change =>
    {
        if (PersonReading.Find(change.World, person, chat) is { } found
            && id > change.World.Reads.GetValueOrDefault((found.Key, person)))
        {
            change.Put(new ReadRecord(found.Key, person, id));
        }

        return new JsonObject { ["read"] = true };
    });

    public JsonObject Block(long person, long chat, bool blocked) => emulator.World.Change(change =>
    {
        ChatRecord own = Open(change, person, chat);
        change.Put(own with { Blocked = blocked });
        return new JsonObject { ["blocked"] = blocked };
    });

    /// <summary>Taps a button and waits for the bot's answer: its text, or answered=false when none came.</summary>
    public async Task<JsonObject> TapAsync(
        long person,
        long chat,
        int id,
        JsonObject button,
        TimeSpan longest,
        CancellationToken ct)
    {
        string callback = emulator.World.Change(change =>
        {
            MessageRecord message = Message(change.World, person, chat, id);
            string data = Buttons.DataOf(message, button);
            var tap = new CallbackRecord(
                RandomNumberGenerator.GetInt32(int.MaxValue).ToString() + RandomNumberGenerator.GetInt32(int.MaxValue),
                message.From,
                person,
                change.Now);
            change.Put(tap);
            UpdateFeed.AnnounceTap(change, tap, message, data);
            return tap.Id;
        });
        TimeProvider timers = TimeProvider.System;
        long start = timers.GetTimestamp();
        while (true)
        {
            Task signal = emulator.World.Signals.Next(Signals.OfCallback(callback));
            CallbackRecord tap = emulator.World.Read(world => world.Callbacks[callback]);
            TimeSpan left = longest - timers.GetElapsedTime(start);
            if (tap.Answered || left <= TimeSpan.Zero)
            {
                return new JsonObject { ["answered"] = tap.Answered, ["show_alert"] = tap.Alert }
                    .With("text", tap.Text)
                    .With("url", tap.Url);
            }

            await Signals.WaitAsync(signal, left, timers, ct);
        }
    }

    private static JsonObject Post(Change change, long person, long chatId, Func<MessageRecord, MessageRecord> fill)
    {
        ChatRecord chat = Open(change, person, chatId);
        MessageRecord message = fill(new MessageRecord(chat.Key, change.TakeMessageId(chat.Key), change.Now)
        {
            From = person,
        });
        change.PutMessage(message);
        UpdateFeed.Announce(change, message, edited: false);
        return MessageJson.Of(change.World, message, viewer: null);
    }

    /// <summary>A private chat begins with the first word.</summary>
    private static ChatRecord Open(Change change, long person, long chatId)
    {
        if (PersonReading.Find(change.World, person, chatId) is { } found)
        {
            bool mayPost = found.Private || !found.Channel || found.Members[person].Rights.Post;
            return mayPost ? found : throw ApiFaultException.Forbidden("only administrators post in a channel");
        }

        if (!change.World.Bots.ContainsKey(chatId))
        {
            throw new ApiFaultException(404, "no such chat");
        }

        var chat = new ChatRecord(ChatRecord.KeyOf(chatId, person), person, "private") { Bot = chatId };
        change.Put(chat);
        return chat;
    }

    private static MessageRecord Message(World world, long person, long chatId, int id) =>
        PersonReading.Find(world, person, chatId) is { } chat && world.Message(chat.Key, id) is { } message
            ? message
            : throw new ApiFaultException(404, "no such message");
}
