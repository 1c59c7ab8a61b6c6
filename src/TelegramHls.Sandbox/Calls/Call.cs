using System.Text.Json.Nodes;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.Calls;

/// <summary>One call of a bot.</summary>
internal sealed record Call(Emulator Emulator, long BotId, Parameters Parameters)
{
    /// <summary>Words beside the result, as setWebhook has them.</summary>
    public string? Description { get; set; }

    public World World => Emulator.World;

    /// <summary>The bot as it is now; take it under the world's lock.</summary>
    public BotRecord Bot => World.Bots[BotId];
}

/// <summary>A method that only looks at and changes the world.</summary>
internal delegate JsonNode Method(Call call, Change change);

/// <summary>A method that waits for something.</summary>
internal delegate Task<JsonNode> WaitingMethod(Call call, CancellationToken ct);
