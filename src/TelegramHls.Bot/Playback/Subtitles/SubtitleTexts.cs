using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using TelegramHls.Bot.Playback.Indexes;
using TelegramHls.Catalog.Queries;
using TelegramHls.Media.Subtitles;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback.Subtitles;

/// <summary>Subtitles as they are read: the kept files turned into cues, within a limit kept in memory while they are watched.</summary>
internal sealed class SubtitleTexts : IDisposable
{
    private const long BytesInMemory = 64 * 1024 * 1024;

    private readonly KeptFiles _files;
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = BytesInMemory });

    public SubtitleTexts(KeptFiles files) => _files = files;

    /// <summary>The cues of a text track.</summary>
    /// <exception cref="Storage.Cache.PartUnavailableException">The file had to be fetched again, and the storage does not answer.</exception>
    public async Task<ImmutableArray<Cue>> CuesAsync(KeptSubtitle subtitle, Patience patience, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(subtitle.File.Tag, out ImmutableArray<Cue> known))
        {
            return known;
        }

        byte[] bytes = await ReadAsync(subtitle, patience, cancellationToken);
        ImmutableArray<Cue> cues = SubtitleDocument.Read(bytes, FormatOf(subtitle), subtitle.Track.Language);
        _known.Set(subtitle.File.Tag, cues, new MemoryCacheEntryOptions { Size = bytes.Length + 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
        return cues;
    }

    /// <summary>The file of a text track as it came, in UTF-8.</summary>
    /// <exception cref="Storage.Cache.PartUnavailableException">The file had to be fetched again, and the storage does not answer.</exception>
    public async Task<string> TextAsync(KeptSubtitle subtitle, Patience patience, CancellationToken cancellationToken) =>
        SubtitleDocument.Decode(await ReadAsync(subtitle, patience, cancellationToken), subtitle.Track.Language);

    /// <summary>What the track is kept as.</summary>
    public static SubtitleFormat FormatOf(KeptSubtitle subtitle) => SubtitleFormats.Find(subtitle.Track.Codec)
        ?? throw new InvalidDataException($"Subtitles are kept as {subtitle.Track.Codec}, which is no format of theirs.");

    public void Dispose() => _known.Dispose();

    private async Task<byte[]> ReadAsync(KeptSubtitle subtitle, Patience patience, CancellationToken cancellationToken) =>
        await File.ReadAllBytesAsync(await _files.LocateAsync(subtitle.File.File, patience, cancellationToken), cancellationToken);
}
