using System.Globalization;
using System.Text.RegularExpressions;
using static TelegramHls.Testing.Playlists.PlaylistRuleException;

namespace TelegramHls.Testing.Playlists;

/// <summary>A media playlist that keeps to RFC 8216, 4.3.2 and 4.3.3; unknown tags are refused too.</summary>
public sealed partial class ReadMediaPlaylist
{
    private readonly List<ListedSegment> _segments = [];
    private double? _seconds;
    private bool _isDiscontinuity;
    private bool _hasFloating;

    private ReadMediaPlaylist(string text) => Text = text;

    public string Text { get; }

    public int Version { get; private set; } = 1;

    public int TargetDuration { get; private set; }

    public string? Type { get; private set; }

    public string? Map { get; private set; }

    public bool IsEnded { get; private set; }

    public bool IsIndependent { get; private set; }

    public IReadOnlyList<ListedSegment> Segments => _segments;

    /// <exception cref="PlaylistRuleException">It breaks a rule.</exception>
    public static ReadMediaPlaylist Read(string text)
    {
        var lines = new PlaylistLines(text);
        var playlist = new ReadMediaPlaylist(text);
        foreach ((string? tag, string value) in lines.Lines)
        {
            playlist.Take(lines, tag, value);
        }

        playlist.CheckWhole(lines);
        return playlist;
    }

    /// <summary>Checks that a server may answer with this after it has answered with the other (RFC 8216, 6.2.1).</summary>
    public void ShouldFollow(ReadMediaPlaylist before)
    {
        Demand(TargetDuration == before.TargetDuration, "6.2.1", "The target duration changed.");
        Demand(!before.IsEnded || Text == before.Text, "6.2.1", "It changed after its end.");
        Demand(before.Type is not "VOD" || Text == before.Text, "6.2.1", "A VOD playlist changed.");
        Demand(Text.StartsWith(before.Text, StringComparison.Ordinal), "6.2.1", "Lines changed or went away.");
    }

    private void Take(PlaylistLines lines, string? tag, string value)
    {
        switch (tag)
        {
            case null:
                Demand(_seconds is not null, "4.3.2.1", $"{value} has no EXTINF.");
                _segments.Add(new ListedSegment(value, _seconds!.Value, _isDiscontinuity));
                (_seconds, _isDiscontinuity) = (null, false);
                break;
            case "EXTINF":
                Match match = Duration().Match(value);
                Demand(match.Success && _seconds is null, "4.3.2.1", $"EXTINF says '{value}'.");
                _seconds = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                _hasFloating |= value.Contains('.', StringComparison.Ordinal);
                break;
            case "EXT-X-DISCONTINUITY":
                _isDiscontinuity = true;
                break;
            case "EXT-X-ENDLIST":
                lines.Once(tag, "4.3.3.4");
                IsEnded = true;
                break;
            default:
                TakeHeader(lines, tag, value);
                break;
        }
    }

    private void TakeHeader(PlaylistLines lines, string tag, string value)
    {
        lines.Once(tag, "4.3.3");
        Demand(_segments.Count == 0 && _seconds is null, "4.3.3", $"{tag} stands behind a segment.");
        switch (tag)
        {
            case "EXT-X-VERSION":
                Version = PlaylistLines.Whole(tag, value, "4.3.1.2");
                break;
            case "EXT-X-TARGETDURATION":
                TargetDuration = PlaylistLines.Whole(tag, value, "4.3.3.1");
                break;
            case "EXT-X-MEDIA-SEQUENCE":
            case "EXT-X-DISCONTINUITY-SEQUENCE":
                PlaylistLines.Whole(tag, value, "4.3.3.2");
                break;
            case "EXT-X-PLAYLIST-TYPE":
                Demand(value is "EVENT" or "VOD", "4.3.3.5", $"The type is '{value}'.");
                Type = value;
                break;
            case "EXT-X-INDEPENDENT-SEGMENTS":
                IsIndependent = true;
                break;
            case "EXT-X-START":
                var start = new AttributeList(tag, value);
                Demand(start.Number("TIME-OFFSET") is not null, "4.3.5.2", "TIME-OFFSET is missing.");
                start.IsYes("PRECISE");
                start.ShouldHaveNoOthers();
                break;
            case "EXT-X-MAP":
                var map = new AttributeList(tag, value);
                Map = map.Quoted("URI");
                Demand(Map is not null, "4.3.2.5", "URI is missing.");
                map.ShouldHaveNoOthers();
                break;
            default:
                throw new PlaylistRuleException("4.3", $"{tag} does not belong into a media playlist.");
        }
    }

    private void CheckWhole(PlaylistLines lines)
    {
        Demand(lines.Has("EXT-X-TARGETDURATION"), "4.3.3.1", "The target duration is missing.");
        Demand(_seconds is null && !_isDiscontinuity, "4.3.2.1", "The last segment has no URI.");
        foreach (ListedSegment segment in _segments)
        {
            Demand(Math.Round(segment.Seconds, MidpointRounding.AwayFromZero) <= TargetDuration, "4.3.3.1", $"{segment} is longer than the target duration.");
        }

        Demand(_segments.DistinctBy(segment => segment.Uri, StringComparer.Ordinal).Count() == _segments.Count, "6.2.1", "A segment is listed twice.");
        int least = Map is not null ? 6 : _hasFloating ? 3 : 1;
        Demand(Version >= least, "7", $"What it uses takes version {least}.");
    }

    [GeneratedRegex("^([0-9]+(?:\\.[0-9]+)?),[^\r\n]*$", RegexOptions.None, 1000)]
    private static partial Regex Duration();
}
