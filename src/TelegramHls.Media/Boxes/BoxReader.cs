namespace TelegramHls.Media.Boxes;

/// <summary>Walks over the boxes of a span, one level deep.</summary>
internal ref struct BoxReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The next box; false at the end.</summary>
    /// <exception cref="InvalidDataException">A box reaches past the end.</exception>
    public bool TryNext(out Box box)
    {
        box = default;
        if (_rest.IsEmpty)
        {
            return false;
        }

        if (!BoxHeader.TryRead(_rest, out BoxHeader header) || header.Size > _rest.Length)
        {
            throw new InvalidDataException("A box reaches past the end of the box that holds it.");
        }

        box = new Box(header, _rest[..(int)header.Size]);
        _rest = _rest[(int)header.Size..];
        return true;
    }

    /// <summary>The first box of that name.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static Box Find(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        var reader = new BoxReader(bytes);
        while (reader.TryNext(out Box box))
        {
            if (box.Is(name))
            {
                return box;
            }
        }

        throw new InvalidDataException($"There is no '{System.Text.Encoding.ASCII.GetString(name)}' box.");
    }
}
