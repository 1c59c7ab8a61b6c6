using System.Collections.Immutable;

namespace TelegramHls.Media.Fragments;

/// <summary>Samples that lie one after the other in the stored stream.</summary>
/// <param name="DataOffset">First byte of the first sample, counted from the start of the stored stream.</param>
/// <param name="Samples">The samples in their order.</param>
public readonly record struct SampleRun(long DataOffset, ImmutableArray<Sample> Samples);
