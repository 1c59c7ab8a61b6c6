using System.Buffers.Binary;

namespace TelegramHls.Media.Boxes;

/// <summary>A box that lies whole in memory.</summary>
internal readonly ref struct Box(BoxHeader header, ReadOnlySpan<byte> whole)
{
    /// <summary>Header and content.</summary>
    public ReadOnlySpan<byte> Whole { get; } = whole;

    /// <summary>Content without the header.</summary>
    public ReadOnlySpan<byte> Body { get; } = whole[header.HeaderLength..];

    /// <summary>True when the box has this name.</summary>
    public bool Is(ReadOnlySpan<byte> name) => header.Is(name);

    /// <summary>The name as text, for messages.</summary>
    public string Name
    {
        get
        {
            Span<byte> letters = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(letters, header.Type);
            return System.Text.Encoding.Latin1.GetString(letters);
        }
    }
}
