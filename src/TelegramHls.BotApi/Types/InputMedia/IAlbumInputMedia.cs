namespace Telegram.Bot.Types;

/// <summary>Media that may be part of an album.</summary>
[JsonConverter(typeof(RuntimeClassConverter<IAlbumInputMedia>))]
public interface IAlbumInputMedia;
