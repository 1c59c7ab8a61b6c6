namespace TelegramHls.Bot.Conversation.Progress;

/// <summary>What is written into a chat, as far as its budget cares.</summary>
internal enum ChatWrite
{
    /// <summary>A message that was not there.</summary>
    NewMessage,

    /// <summary>An edit of which another will follow.</summary>
    Edit,

    /// <summary>The last edit of a message: links, or why there are none.</summary>
    LastEdit,
}
