using TelegramHls.Media.Fragments;

namespace TelegramHls.Media.Hybrid;

/// <summary>Turns a track's samples into the entries of all its classic sample tables in one pass.</summary>
internal abstract class SampleTables : ISampleVisitor
{
    private RunLength _times;
    private RunLength _compositions;
    private uint _lastChunk;
    private uint _chunks;
    private uint _samples;
    private long _time = -1;
    private uint _held;
    private bool _isHolding;

    /// <inheritdoc />
    /// <remarks>
    /// Time stamps of fragments are the truth: a last sample lasts until the next fragment begins, whatever it says itself.
    /// </remarks>
    public virtual void BeginFragment(long decodeTime)
    {
        if (_isHolding)
        {
            AddDuration((uint)Math.Clamp(decodeTime - _time, 0, uint.MaxValue));
            _isHolding = false;
        }

        _time = _time < 0 ? decodeTime : _time;
    }

    /// <inheritdoc />
    public void BeginRun(long dataOffset, int samples)
    {
        if (samples == 0)
        {
            return;
        }

        _chunks++;
        Chunk(dataOffset);
        if ((uint)samples != _lastChunk)
        {
            _lastChunk = (uint)samples;
            ChunkGroup(_chunks, _lastChunk);
        }
    }

    /// <inheritdoc />
    public virtual void Visit(Sample sample)
    {
        if (_isHolding)
        {
            AddDuration(_held);
        }

        (_held, _isHolding) = (sample.Duration, true);
        _samples = _samples < uint.MaxValue ? _samples + 1 : throw new InvalidDataException("A track of too many samples.");
        Size(sample.Size);
        if (_compositions.Add((uint)sample.CompositionOffset, out (uint Count, uint Value) ended))
        {
            Composition(ended.Count, ended.Value);
        }

        if (sample.IsSync)
        {
            Sync(_samples);
        }
    }

    /// <summary>Says that no sample follows.</summary>
    public void Finish()
    {
        if (_isHolding)
        {
            AddDuration(_held);
        }

        if (_times.TryEnd(out (uint Count, uint Value) time))
        {
            Time(time.Count, time.Value);
        }

        if (_compositions.TryEnd(out (uint Count, uint Value) composition))
        {
            Composition(composition.Count, composition.Value);
        }
    }

    /// <summary><c>stts</c>: so many samples in a row last so long. Gaps between fragments go into the sample before.</summary>
    protected abstract void Time(uint count, uint duration);

    /// <summary><c>ctts</c>: so many samples in a row are shown so long after decoding.</summary>
    protected abstract void Composition(uint count, uint offset);

    /// <summary><c>stss</c>: the sample of that number, from 1, is one that decoding can begin with.</summary>
    protected abstract void Sync(uint number);

    /// <summary><c>stsz</c>: bytes of the next sample.</summary>
    protected abstract void Size(uint bytes);

    /// <summary><c>stsc</c>: from that chunk on, counted from 1, a chunk has so many samples.</summary>
    protected abstract void ChunkGroup(uint first, uint samples);

    /// <summary><c>stco</c>: each run of samples is a chunk.</summary>
    protected abstract void Chunk(long dataOffset);

    private void AddDuration(uint duration)
    {
        _time += duration;
        if (_times.Add(duration, out (uint Count, uint Value) ended))
        {
            Time(ended.Count, ended.Value);
        }
    }
}
