using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Tests.Journals;

/// <summary>Every sample that was shown, with the start of its run.</summary>
internal sealed class SeenSamples : ISampleVisitor
{
    private long _run;

    public List<(long Run, Sample Sample)> Samples { get; } = [];

    public void BeginFragment(long decodeTime)
    {
    }

    public void BeginRun(long dataOffset, int samples) => _run = dataOffset;

    public void Visit(Sample sample) => Samples.Add((_run, sample));
}
