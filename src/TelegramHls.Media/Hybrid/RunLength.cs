namespace TelegramHls.Media.Hybrid;

/// <summary>Counts how often a value comes in a row.</summary>
internal struct RunLength
{
    private uint _count;
    private uint _value;

    /// <summary>Takes a value; true when it ends a row of another one.</summary>
    public bool Add(uint value, out (uint Count, uint Value) ended)
    {
        if (_count > 0 && value == _value)
        {
            _count++;
            ended = default;
            return false;
        }

        bool hasEnded = TryEnd(out ended);
        (_count, _value) = (1, value);
        return hasEnded;
    }

    /// <summary>The row that is still open; false when there is none.</summary>
    public readonly bool TryEnd(out (uint Count, uint Value) ended)
    {
        ended = (_count, _value);
        return _count > 0;
    }
}
