using TelegramHls.Media.Boxes;

namespace TelegramHls.Media.Tests.Boxes;

public sealed class JointObjectsTests
{
    // Records as encoders write them: 768 kbit/s, 5.1; then 7.1 of a dependent substream; the objects follow.
    [Theory]
    [InlineData("18 00 20 0F 00 01 10", 16)]
    [InlineData("18 00 20 0F 02 01 01 0C", 12)]
    [InlineData("18 00 20 0F 00", null)]
    [InlineData("18 00 20 0F 00 00 00", null)]
    [InlineData("18 00 20 0F 00 01 11", null)]
    public void Of_ConfigurationRecord_SaysHowManyObjects(string record, int? expected)
    {
        byte[] bytes = Convert.FromHexString(record.Replace(" ", string.Empty, StringComparison.Ordinal));

        JointObjects.Of(Init("ec-3"u8, "dec3"u8, bytes)).ShouldBe(expected);
    }

    [Fact]
    public void Of_OtherSound_IsNull() => JointObjects.Of(Init("ac-3"u8, "dac3"u8, [0x10, 0x3D, 0xC0])).ShouldBeNull();

    [Fact]
    public void Of_RecordThatEndsTooEarly_IsRefused() =>
        Should.Throw<InvalidDataException>(() => JointObjects.Of(Init("ec-3"u8, "dec3"u8, [0x18, 0x07, 0x20, 0x0F, 0x00])));

    private static byte[] Init(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> name, byte[] record) => new BoxWriter()
        .Begin("moov"u8).Begin("trak"u8).Begin("mdia"u8).Begin("minf"u8).Begin("stbl"u8).Begin("stsd"u8, 0, 0).U32(1)
        .Begin(entry).Raw(new byte[28]).Begin(name).Raw(record).End()
        .End().End().End().End().End().End().End().Written.ToArray();
}
