using System.Text.Json;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TelegramHls.BotApi.Tests;

/// <summary>Objects as servers send them, newer servers than ours among them.</summary>
public sealed class ReadingTests
{
    private const string Head =
        "{\"message_id\":41,\"date\":1767225600,\"chat\":{\"id\":5,\"type\":\"private\",\"first_name\":\"A\"}";

    [Theory]
    [InlineData("\"text\":\"hi\"", MessageType.Text)]
    [InlineData("\"document\":{\"file_id\":\"BQACa\",\"file_unique_id\":\"AgADa\"}", MessageType.Document)]
    [InlineData("\"video\":{\"file_id\":\"BAACa\",\"width\":1,\"height\":1,\"duration\":1}", MessageType.Video)]
    [InlineData("\"animation\":{\"file_id\":\"CgACa\"},\"document\":{\"file_id\":\"CgACa\"}", MessageType.Animation)]
    [InlineData("\"audio\":{\"file_id\":\"CQACa\",\"duration\":1}", MessageType.Audio)]
    [InlineData("\"voice\":{\"file_id\":\"AwACa\",\"duration\":1}", MessageType.Voice)]
    [InlineData("\"video_note\":{\"file_id\":\"DQACa\",\"length\":240,\"duration\":1}", MessageType.VideoNote)]
    [InlineData("\"photo\":[{\"file_id\":\"AgACa\",\"width\":90,\"height\":51}]", MessageType.Photo)]
    [InlineData("\"sticker\":{\"file_id\":\"CAACa\",\"type\":\"regular\"}", MessageType.Sticker)]
    [InlineData("\"new_chat_title\":\"t\"", MessageType.NewChatTitle)]
    [InlineData("\"pinned_message\":{\"message_id\":1,\"date\":0,\"chat\":{\"id\":5}}", MessageType.PinnedMessage)]
    [InlineData("\"hologram\":{\"file_id\":\"ZZ\"}", MessageType.Unknown)]
    public void Message_EachKind_TellsItsType(string content, MessageType type)
    {
        Message message = Read<Message>(Head + "," + content + "}");

        message.Type.ShouldBe(type);
        message.Id.ShouldBe(41);
    }

    [Fact]
    public void Message_Video_KeepsEveryField()
    {
        Message message = Read<Message>(
            Head + """
            ,"edit_date":1767225660,"media_group_id":"13500001","has_protected_content":true,"caption":"c",
             "caption_entities":[{"type":"bold","offset":0,"length":1},{"type":"hologram","offset":1,"length":1}],
             "video":{"file_id":"BAACx","file_unique_id":"AgADx","file_size":4294967296,"width":1920,"height":1080,
               "duration":5400,"file_name":"Film.mp4","mime_type":"video/mp4","start_timestamp":3,
               "thumbnail":{"file_id":"AAMx","file_unique_id":"AQADx","width":320,"height":180},
               "thumb":{"file_id":"AAMx"},"cover":[{"file_id":"AgACx","width":1,"height":2}]}}
            """);

        message.Date.ShouldBe(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        message.Date.Kind.ShouldBe(DateTimeKind.Utc);
        message.EditDate.ShouldBe(new DateTime(2026, 1, 1, 0, 1, 0, DateTimeKind.Utc));
        message.MediaGroupId.ShouldBe("13500001");
        message.HasProtectedContent.ShouldBeTrue();
        message.CaptionEntities!.Select(e => e.Type).ShouldBe([MessageEntityType.Bold, default]);
        Video video = message.Video!;
        video.FileSize.ShouldBe(4_294_967_296);
        (video.Width, video.Height, video.Duration).ShouldBe((1920, 1080, 5400));
        (video.FileName, video.MimeType, video.StartTimestamp).ShouldBe(("Film.mp4", "video/mp4", 3));
        video.Thumbnail!.FileId.ShouldBe("AAMx");
        video.Cover![0].Height.ShouldBe(2);
    }

    [Fact]
    public void Message_Forwarded_TellsItsOrigin()
    {
        Message fromChannel = Forwarded(
            """{"type":"channel","date":1767225600,"chat":{"id":-1001,"type":"channel"},"message_id":77}""");
        Message fromUser = Forwarded(
            """{"type":"user","date":1767225600,"sender_user":{"id":9,"first_name":"B"}}""");
        Message fromHidden = Forwarded("""{"type":"hidden_user","date":1767225600,"sender_user_name":"C"}""");
        Message fromNewKind = Forwarded("""{"type":"planet","date":1767225600}""");

        fromChannel.ForwardFromChat!.Id.ShouldBe(-1001);
        fromChannel.ForwardFromMessageId.ShouldBe(77);
        fromUser.ForwardFrom!.Id.ShouldBe(9);
        fromUser.ForwardDate.ShouldBe(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        fromHidden.ForwardOrigin.ShouldBeOfType<MessageOriginHiddenUser>().SenderUserName.ShouldBe("C");
        fromNewKind.ForwardOrigin.ShouldBeNull();
        fromNewKind.Id.ShouldBe(41);
    }

    [Theory]
    [InlineData("creator", typeof(ChatMemberOwner), true)]
    [InlineData("administrator", typeof(ChatMemberAdministrator), true)]
    [InlineData("member", typeof(ChatMemberMember), true)]
    [InlineData("restricted", typeof(ChatMemberRestricted), false)]
    [InlineData("left", typeof(ChatMemberLeft), false)]
    [InlineData("kicked", typeof(ChatMemberBanned), false)]
    public void ChatMember_EachStatus_IsItsClass(string status, Type type, bool isInChat)
    {
        ChatMember member = Read<ChatMember>($$"""{"user":{"id":9},"until_date":0,"status":"{{status}}"}""");

        member.ShouldBeOfType(type);
        member.IsInChat.ShouldBe(isInChat);
        member.User.Id.ShouldBe(9);
    }

    [Fact]
    public void ChatMember_Administrator_TellsItsRights()
    {
        ChatMember member = Read<ChatMember>(
            """
            {"status":"administrator","user":{"id":9,"is_bot":true,"first_name":"b"},"can_post_messages":true,
             "can_edit_messages":true,"can_delete_messages":true,"can_fly":true}
            """);

        var administrator = member.ShouldBeOfType<ChatMemberAdministrator>();
        administrator.CanPostMessages.ShouldBeTrue();
        administrator.CanEditMessages.ShouldBeTrue();
        administrator.CanDeleteMessages.ShouldBeTrue();
        administrator.CanPinMessages.ShouldBeFalse();
    }

    [Fact]
    public void Update_CallbackQuery_KeepsTheMessageWithItsButtons()
    {
        Update update = Read<Update>(
            """
            {"update_id":900001,"callback_query":{"id":"43","from":{"id":9,"first_name":"B"},"chat_instance":"1",
             "data":"del:7","message":
            """
            + Head + """
            ,"reply_markup":{"inline_keyboard":[[{"text":"Delete","callback_data":"del:7"}]]}}}}
            """);

        update.Id.ShouldBe(900001);
        update.Type.ShouldBe(UpdateType.CallbackQuery);
        update.CallbackQuery!.Data.ShouldBe("del:7");
        InlineKeyboardMarkup markup = update.CallbackQuery.Message!.ReplyMarkup!;
        markup.InlineKeyboard.Single().Single().CallbackData.ShouldBe("del:7");
    }

    [Fact]
    public void Update_OfANewKind_IsUnknownAndKeepsItsId()
    {
        Update update = Read<Update>("""{"update_id":5,"telepathy":{"from":{"id":1}}}""");

        update.Type.ShouldBe(UpdateType.Unknown);
        update.Id.ShouldBe(5);
    }

    [Fact]
    public void ChatFullInfo_Channel_KeepsThePinnedMessage()
    {
        ChatFullInfo chat = Read<ChatFullInfo>(
            """
            {"id":-1001234567890,"type":"channel","title":"Store","linked_chat_id":-1002,"accent_color_id":3,
             "pinned_message":
            """
            + Head + """
            ,"document":{"file_id":"BQACp"}}}
            """);

        chat.Id.ShouldBe(-1001234567890);
        chat.PinnedMessage!.Document!.FileId.ShouldBe("BQACp");
        chat.LinkedChatId.ShouldBe(-1002);
    }

    [Fact]
    public void Chat_OfANewKind_IsRead() =>
        Read<Chat>("""{"id":1,"type":"galaxy","rings":[1,2]}""").Type.ShouldBe(default);

    [Theory]
    [InlineData("-1001234567890", -1001234567890L, null)]
    [InlineData("@films", null, "@films")]
    public void ChatId_FromText_IsIdOrName(string text, long? id, string? name)
    {
        ChatId chat = text;

        chat.Identifier.ShouldBe(id);
        chat.Username.ShouldBe(name);
        chat.ToString().ShouldBe(text);
        chat.ShouldBe(new ChatId(text.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("films")]
    [InlineData("")]
    [InlineData("@")]
    public void ChatId_FromNonsense_Throws(string text) => Should.Throw<ArgumentException>(() => new ChatId(text));

    private static Message Forwarded(string origin) =>
        Read<Message>(Head + ",\"forward_origin\":" + origin + ",\"text\":\"x\"}");

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonBotAPI.Options)!;
}
