using System.Text.Json;
using TelegramHls.Bot.Ingest.Fetch;
using TelegramHls.Bot.Ingest.Plan;
using TelegramHls.Core.Ids;
using TelegramHls.Storage.Parts;

namespace TelegramHls.Bot.Tests.Ingest;

/// <summary>The checkpoint by which a film goes on, also under a later program.</summary>
public sealed class PlannedVideoTests
{
    [Fact]
    public void Json_OfAFilmWithoutASecondVersion_IsAsItWasBeforeThereWereAny()
    {
        PlannedVideo film = Film();

        string json = JsonSerializer.Serialize(film);

        json.ShouldNotContain("Compatible");
        JsonSerializer.Deserialize<PlannedVideo>(json).ShouldNotBeNull().Compatible.ShouldBeNull();
    }

    [Fact]
    public void Json_OfAFilmWithASecondVersion_KeepsItsPlan()
    {
        PlannedVideo film = Film() with { Compatible = Plans.MpegFour(TimeSpan.FromHours(1)) };

        string json = JsonSerializer.Serialize(film);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<PlannedVideo>(json)).ShouldBe(json);
        JsonSerializer.Deserialize<PlannedVideo>(json)!.Compatible!.Tracks[0].PictureEncoding.ShouldBe(film.Compatible!.Tracks[0].PictureEncoding);
    }

    private static PlannedVideo Film() => new(
        1,
        new FetchedSource(1, VideoId.New(), "file", "source", 1000, new string('a', 64)),
        Plans.Copied(),
        new PartSizes(1 << 20),
        StoredFileId.New(),
        StoredFileId.New(),
        []);
}
