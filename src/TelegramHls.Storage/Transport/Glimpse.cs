using Telegram.Bot.Types;
using TelegramHls.Core.Outcomes;

namespace TelegramHls.Storage.Transport;

/// <summary>What forwarding a message showed.</summary>
/// <param name="Exists">There is such a message, and it can be forwarded.</param>
/// <param name="Document">Its document, with the forwarding bot's file_id; null for another kind of message.</param>
/// <param name="Forward">Chat and id that the forward had; it is deleted already.</param>
/// <param name="Failure">Why nothing is known; null when something is.</param>
internal sealed record Glimpse(bool Exists, Document? Document, (long ChatId, int MessageId)? Forward, StoreOutcome? Failure);
