using System.Net;

namespace TelegramHls.EndToEnd.Playback;

/// <summary>Ranges and conditions of the stream and the download link, byte for byte.</summary>
[Collection(SentFilms.Name)]
public sealed class RangeTests(SentFilms films)
{
    /// <summary>From the file's size and the place where its second part begins to a range, and the bytes it means (RFC 9110, 14.1.2).</summary>
    private static readonly Dictionary<string, Func<long, long, (string Range, long First, long Last)>> Satisfiable = new()
    {
        ["first byte"] = (_, _) => ("bytes=0-0", 0, 0),
        ["suffix"] = (size, _) => ("bytes=-500", size - 500, size - 1),
        ["suffix longer than all"] = (size, _) => ("bytes=-99999999", 0, size - 1),
        ["open end"] = (size, _) => ("bytes=100000-", 100_000, size - 1),
        ["all"] = (size, _) => ("bytes=0-", 0, size - 1),
        ["across two parts"] = (_, edge) => ($"bytes={edge - 1000}-{edge + 999}", edge - 1000, edge + 999),
        ["last byte of a part"] = (_, edge) => ($"bytes={edge - 1}-{edge - 1}", edge - 1, edge - 1),
        ["first byte of a part"] = (_, edge) => ($"bytes={edge}-{edge}", edge, edge),
        ["last byte, open"] = (size, _) => ($"bytes={size - 1}-", size - 1, size - 1),
        ["end past the end"] = (size, _) => ($"bytes={size - 10}-{size + 1_000_000}", size - 10, size - 1),
    };

    private readonly SentFilm _film = films.InCloud;

    public static TheoryData<bool, string> SatisfiableOnBothLinks()
    {
        var cases = new TheoryData<bool, string>();
        foreach (string name in Satisfiable.Keys)
        {
            cases.Add(false, name);
            cases.Add(true, name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(SatisfiableOnBothLinks))]
    public async Task Range_WithinTheFile_GivesThoseBytes(bool download, string range)
    {
        IReadOnlyList<byte[]> parts = await _film.PartsAsync();
        long header = _film.Whole.Length - parts.Sum(part => part.Length);
        (string asked, long first, long last) = Satisfiable[range](_film.Whole.Length, header + parts[0].Length);

        using HttpResponseMessage answer = await _film.Http.AskAsync(Link(download), ("Range", asked));
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        answer.Header("Content-Range").ShouldBe($"bytes {first}-{last}/{_film.Whole.Length}");
        answer.Header("Content-Length").ShouldBe($"{last - first + 1}");
        bytes.AsSpan().SequenceEqual(_film.Whole.AsSpan((int)first, (int)(last - first + 1))).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    [InlineData(true, 5_000_000_000)]
    public async Task Range_FromTheEndOn_Is416WithTheSizeAndNoBody(bool download, long beyond)
    {
        using HttpResponseMessage answer =
            await _film.Http.AskAsync(Link(download), ("Range", $"bytes={_film.Whole.Length + beyond}-"));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        answer.Header("Content-Range").ShouldBe($"bytes */{_film.Whole.Length}");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, "bytes=0-9,100-109")]
    [InlineData(true, "bytes=0-9,100-109")]
    [InlineData(false, "bytes=abc")]
    [InlineData(true, "bytes=9-2")]
    [InlineData(false, "bytes=--5")]
    [InlineData(false, "bytes=")]
    [InlineData(false, "bytes=99999999999999999999-")]
    [InlineData(false, "0-9")]
    [InlineData(false, "items=0-9")]
    public async Task Range_SeveralOrNonsense_GivesTheWholeFile(bool download, string range)
    {
        using HttpResponseMessage answer = await _film.Http.AskAsync(Link(download), ("Range", range));
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        bytes.AsSpan().SequenceEqual(_film.Whole).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IfRange_WithThisOrAnotherTag_GivesThePartOrTheWhole(bool download)
    {
        string tag = await TagAsync(download);

        using HttpResponseMessage same =
            await _film.Http.AskAsync(Link(download), ("Range", "bytes=10-19"), ("If-Range", tag));
        using HttpResponseMessage other =
            await _film.Http.AskAsync(Link(download), ("Range", "bytes=10-19"), ("If-Range", "\"another\""));

        same.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await same.Content.ReadAsByteArrayAsync()).ShouldBe(_film.Whole[10..20]);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.Content.ReadAsByteArrayAsync()).Length.ShouldBe(_film.Whole.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IfNoneMatch_OfTheSameTag_Is304WithoutBody(bool download)
    {
        string tag = await TagAsync(download);

        using HttpResponseMessage answer = await _film.Http.AskAsync(Link(download), ("If-None-Match", tag));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        answer.Header("ETag").ShouldBe(tag);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Download_BrokenOffAndResumed_IsTheSameFile()
    {
        byte[] file = new byte[_film.Whole.Length];
        const int had = 2_345_678;

        using HttpResponseMessage first = await _film.Http.AskAsync(_film.Card.Download);
        await using (Stream broken = await first.Content.ReadAsStreamAsync())
        {
            await broken.ReadExactlyAsync(file.AsMemory(0, had));
        }

        using HttpResponseMessage rest = await _film.Http.AskAsync(
            _film.Card.Download, ("Range", $"bytes={had}-"), ("If-Range", first.Header("ETag")!));
        await using Stream remaining = await rest.Content.ReadAsStreamAsync();
        await remaining.ReadExactlyAsync(file.AsMemory(had));

        rest.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        file.AsSpan().SequenceEqual(_film.Whole).ShouldBeTrue();
    }

    private string Link(bool download) => download ? _film.Card.Download : _film.Card.Stream;

    private async Task<string> TagAsync(bool download)
    {
        using HttpResponseMessage answer = await _film.Http.AskAsync(HttpMethod.Head, Link(download));
        return answer.Header("ETag")!;
    }
}
