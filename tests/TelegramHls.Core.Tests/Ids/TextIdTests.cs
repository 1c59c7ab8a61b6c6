using System.Text.Json;
using TelegramHls.Core.Ids;

namespace TelegramHls.Core.Tests.Ids;

public sealed class TextIdTests
{
    [Fact]
    public void New_Drawn_HasTenLettersAndDigitsAndIsNeverTheSame()
    {
        string[] drawn = [.. Enumerable.Range(0, 1000).Select(_ => VideoId.New().Value)];

        drawn.ShouldAllBe(id => id.Length == 10 && Base62.IsValid(id));
        drawn.Distinct().Count().ShouldBe(1000);
    }

    [Fact]
    public void Json_OfAnId_IsAPlainString()
    {
        JsonSerializer.Serialize(new { Video = VideoId.From("Ab3") }).ShouldBe("""{"Video":"Ab3"}""");
        JsonSerializer.Deserialize<JobId>("\"Ab3\"").ShouldBe(JobId.From("Ab3"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("a b")]
    public void IsValid_OfAnythingElse_IsFalse(string? text) => Base62.IsValid(text).ShouldBeFalse();
}
