using static TelegramHls.Testing.Playlists.PlaylistRuleException;

namespace TelegramHls.Testing.Playlists;

/// <summary>A master playlist that keeps to RFC 8216, 4.3.4; unknown tags are refused too.</summary>
public sealed class ReadMasterPlaylist
{
    private readonly List<ListedRendition> _renditions = [];
    private readonly List<ListedVariant> _variants = [];
    private AttributeList? _open;

    private ReadMasterPlaylist()
    {
    }

    public IReadOnlyList<ListedRendition> Renditions => _renditions;

    public IReadOnlyList<ListedVariant> Variants => _variants;

    public bool IsIndependent { get; private set; }

    /// <exception cref="PlaylistRuleException">It breaks a rule.</exception>
    public static ReadMasterPlaylist Read(string text)
    {
        var lines = new PlaylistLines(text);
        var playlist = new ReadMasterPlaylist();
        foreach ((string? tag, string value) in lines.Lines)
        {
            playlist.Take(lines, tag, value);
        }

        playlist.CheckWhole();
        return playlist;
    }

    private void Take(PlaylistLines lines, string? tag, string value)
    {
        Demand(_open is null || tag is null, "4.3.4.2", "EXT-X-STREAM-INF is not followed by a URI.");
        switch (tag)
        {
            case null:
                Demand(_open is not null, "4.3.4.2", $"{value} has no EXT-X-STREAM-INF.");
                _variants.Add(Variant(_open!, value));
                _open = null;
                break;
            case "EXT-X-STREAM-INF":
                _open = new AttributeList(tag, value);
                break;
            case "EXT-X-MEDIA":
                _renditions.Add(Rendition(new AttributeList(tag, value)));
                break;
            case "EXT-X-VERSION":
                lines.Once(tag, "4.3.1.2");
                PlaylistLines.Whole(tag, value, "4.3.1.2");
                break;
            case "EXT-X-INDEPENDENT-SEGMENTS":
                lines.Once(tag, "4.3.5.1");
                IsIndependent = true;
                break;
            default:
                throw new PlaylistRuleException("4.3.4", $"{tag} does not belong into a master playlist.");
        }
    }

    private static ListedVariant Variant(AttributeList list, string uri)
    {
        ulong? bandwidth = list.Whole("BANDWIDTH");
        Demand(bandwidth > 0, "4.3.4.2", "BANDWIDTH is missing.");
        ulong? average = list.Whole("AVERAGE-BANDWIDTH");
        Demand(average is null || average <= bandwidth, "4.3.4.2", "The average is above the peak.");
        string codecs = list.Quoted("CODECS") ?? string.Empty;
        Demand(codecs.Length > 0 && !codecs.Contains(' ', StringComparison.Ordinal), "4.3.4.2", "CODECS should be there.");
        var variant = new ListedVariant(
            uri, (long)bandwidth!, (long?)average, codecs.Split(','), list.Size("RESOLUTION"), list.Number("FRAME-RATE"),
            list.Word("VIDEO-RANGE", "SDR", "HLG", "PQ"), list.Quoted("AUDIO"), list.Quoted("SUBTITLES"));
        list.Word("CLOSED-CAPTIONS", "NONE");
        list.ShouldHaveNoOthers();
        return variant;
    }

    private static ListedRendition Rendition(AttributeList list)
    {
        string? type = list.Word("TYPE", "AUDIO", "VIDEO", "SUBTITLES");
        string? group = list.Quoted("GROUP-ID");
        string? name = list.Quoted("NAME");
        Demand(type is not null && group is { Length: > 0 } && name is { Length: > 0 }, "4.3.4.1", "TYPE, GROUP-ID or NAME is missing.");
        Demand(type == "SUBTITLES" || !list.Has("FORCED"), "4.3.4.1", "FORCED is of subtitles only.");
        bool isDefault = list.IsYes("DEFAULT");
        Demand(!isDefault || !list.Has("AUTOSELECT") || list.IsYes("AUTOSELECT"), "4.3.4.1", "What is the default is chosen automatically.");
        string? channels = list.Quoted("CHANNELS");
        Demand(channels is null || channels.Split('/')[0] is { Length: > 0 } count && count.All(char.IsAsciiDigit), "4.3.4.1", $"CHANNELS says {channels}.");
        Demand(channels is null || type == "AUDIO", "4.3.4.1", "CHANNELS is of sound only.");
        string? uri = list.Quoted("URI");
        Demand(uri is not null || type != "SUBTITLES", "4.3.4.1", "Subtitles need a URI.");
        var rendition = new ListedRendition(
            type!, group!, name!, list.Quoted("LANGUAGE"), isDefault, list.IsYes("AUTOSELECT"), list.IsYes("FORCED"),
            list.Quoted("CHARACTERISTICS"), channels, uri);
        list.ShouldHaveNoOthers();
        return rendition;
    }

    private void CheckWhole()
    {
        Demand(_open is null && _variants.Count > 0, "4.3.4.2", "There is no stream.");
        foreach (ListedVariant variant in _variants)
        {
            Demand(variant.Audio is not { } audio || _renditions.Exists(one => one.Type == "AUDIO" && one.Group == audio), "4.3.4.2", $"There is no sound {variant.Audio}.");
            Demand(variant.Subtitles is not { } text || _renditions.Exists(one => one.Type == "SUBTITLES" && one.Group == text), "4.3.4.2", $"There are no subtitles {variant.Subtitles}.");
            Demand(variant.Resolution is null == variant.VideoRange is null, "4.3.4.2", "Pictures have a size and a range.");
        }

        var groups = _renditions.GroupBy(one => (one.Type, one.Group)).ToArray();
        foreach (var group in groups)
        {
            Demand(group.DistinctBy(one => one.Name, StringComparer.Ordinal).Count() == group.Count(), "4.3.4.1.1", $"Two of {group.Key} have one name.");
            Demand(group.Count(one => one.IsDefault) <= 1, "4.3.4.1.1", $"Two of {group.Key} are the default.");
            ListedRendition[] automatic = [.. group.Where(one => one.IsAutomatic)];
            Demand(automatic.DistinctBy(one => (one.Language, one.IsForced, one.Characteristics)).Count() == automatic.Length, "4.3.4.1.1", $"Two of {group.Key} are chosen for the same viewer.");
        }

        // Groups of one kind differ in addresses and channels alone.
        foreach (var kind in groups.GroupBy(group => group.Key.Type, StringComparer.Ordinal))
        {
            string[] members = [.. kind.Select(group => string.Join('\n', group.Select(one => one with { Group = "", Uri = null, Channels = null })))];
            Demand(members.Distinct(StringComparer.Ordinal).Count() == 1, "4.3.4.2.1", $"Groups of {kind.Key} have different members:\n{string.Join("\n\n", members)}");
        }
    }
}
