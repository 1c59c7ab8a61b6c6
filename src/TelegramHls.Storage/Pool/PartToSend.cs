using TelegramHls.Core.Ids;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Storage.Pool;

/// <summary>A spooled part of a stored file and the name of its document.</summary>
internal sealed record PartToSend(StoredFileId File, SpooledPart Part, string Name);
