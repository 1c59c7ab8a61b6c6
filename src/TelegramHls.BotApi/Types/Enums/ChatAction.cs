namespace Telegram.Bot.Types.Enums;

/// <summary>What the chat shows the bot doing, for at most 5 seconds.</summary>
public enum ChatAction
{
    /// <summary>Typing a text.</summary>
    Typing = 1,

    /// <summary>Uploading a photo.</summary>
    UploadPhoto,

    /// <summary>Recording a video.</summary>
    RecordVideo,

    /// <summary>Uploading a video.</summary>
    UploadVideo,

    /// <summary>Recording a voice note.</summary>
    RecordVoice,

    /// <summary>Uploading a voice note.</summary>
    UploadVoice,

    /// <summary>Uploading a file.</summary>
    UploadDocument,

    /// <summary>Looking for a location.</summary>
    FindLocation,

    /// <summary>Recording a video note.</summary>
    RecordVideoNote,

    /// <summary>Uploading a video note.</summary>
    UploadVideoNote,

    /// <summary>Choosing a sticker.</summary>
    ChooseSticker,
}
