namespace TelegramHls.Bot.Cli.Errands;

/// <summary>What an errand needs to run where no server does.</summary>
internal enum ErrandNeeds
{
    /// <summary>Rows, files and bots.</summary>
    Rooms,

    /// <summary>The engine, too: films are made.</summary>
    Engine,
}
