namespace TelegramHls.Media.Fragments;

/// <summary>Writes numbers of 7 bits a byte, least significant first (LEB128).</summary>
internal sealed class NumberWriter
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Clear() => _length = 0;

    public void Unsigned(ulong value)
    {
        if (_bytes.Length - _length < 10)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        while (value >= 0x80)
        {
            _bytes[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[_length++] = (byte)value;
    }

    /// <summary>Small negative numbers take few bytes too (zigzag).</summary>
    public void Signed(int value) => Unsigned((uint)((value << 1) ^ (value >> 31)));
}
