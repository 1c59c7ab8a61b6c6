using System.Text.Json;

namespace TelegramHls.Bot.Cli.Control;

/// <summary>The one line that a verb sends.</summary>
/// <param name="Errand">Name of the errand.</param>
/// <param name="Order">What exactly.</param>
internal sealed record ControlRequest(string Errand, JsonElement Order);
