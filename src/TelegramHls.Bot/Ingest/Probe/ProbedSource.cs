using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Media.Probing;

namespace TelegramHls.Bot.Ingest.Probe;

/// <summary>A source of which is known what it holds.</summary>
/// <param name="Schema">Version of this record: 1.</param>
/// <param name="Source">The source.</param>
/// <param name="Facts">What it holds.</param>
public sealed record ProbedSource(int Schema, FetchedSource Source, MediaFacts Facts);
