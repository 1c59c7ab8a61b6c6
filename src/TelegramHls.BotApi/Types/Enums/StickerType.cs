namespace Telegram.Bot.Types.Enums;

/// <summary>Kind of a sticker.</summary>
public enum StickerType
{
    /// <summary>A sticker.</summary>
    Regular = 1,

    /// <summary>A mask.</summary>
    Mask,

    /// <summary>A custom emoji.</summary>
    CustomEmoji,
}
