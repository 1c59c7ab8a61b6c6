namespace TelegramHls.Bot.Conversation.Commands;

/// <summary>One command of the chat.</summary>
internal interface ICommand
{
    /// <summary>The word after the slash.</summary>
    string Name { get; }

    /// <summary>What it does, for the menu and for <c>/help</c>.</summary>
    string Description { get; }

    /// <summary>True when strangers may use it.</summary>
    bool IsForEveryone => false;

    /// <summary>Does it and answers.</summary>
    Task RunAsync(CommandCall call, CancellationToken cancellationToken);
}
