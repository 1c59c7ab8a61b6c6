using System.Text.Json;
using TelegramHls.Bot.Cli.Errands;

namespace TelegramHls.Bot.Cli.Control;

/// <summary>A line that the server sends: notes, then either of the others.</summary>
/// <param name="Note">How far it is.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Fault">Why nothing did.</param>
internal sealed record ControlMessage(ErrandNote? Note = null, JsonElement? Result = null, Explanation? Fault = null);
