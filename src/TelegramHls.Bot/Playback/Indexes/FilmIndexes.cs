using Microsoft.Extensions.Caching.Memory;
using TelegramHls.Bot.Hosting;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Ropes;
using TelegramHls.Media.Fragments;
using TelegramHls.Media.Hybrid;
using TelegramHls.Media.Indexing;
using TelegramHls.Media.Playlists;
using TelegramHls.Storage.Cache;
using TelegramHls.Storage.Reading;

namespace TelegramHls.Bot.Playback.Indexes;

/// <summary>
/// Index and header of each film as local files, outside the part cache's eviction. A missing one is made again: the index
/// from its stored file, the header from the index. Fragment tables of films that are watched are kept in memory within a limit.
/// </summary>
internal sealed class FilmIndexes : IDisposable
{
    // A film of two hours with two sound tracks has about 20,000 fragments.
    private const long FragmentsInMemory = 2_000_000;
    private const int BytesPerFragment = 64;

    private readonly DataDirectory _directory;
    private readonly IRopeReader _reader;
    private readonly MemoryCache _films = new(new MemoryCacheOptions { SizeLimit = FragmentsInMemory });
    private readonly SharedWork<StoredFileId, CutFilm> _loads = new();
    private readonly SharedWork<StoredFileId, bool> _restores = new();

    public FilmIndexes(DataDirectory directory, IRopeReader reader) => (_directory, _reader) = (directory, reader);

    /// <summary>Writes index and header of a film from its complete journal; returns the path of the index.</summary>
    public async Task<string> BuildAsync(StoredFileId file, string journal, CancellationToken cancellationToken)
    {
        string path = IndexPath(file);
        await SafeFile.WriteAsync(path, output => IndexFile.WriteAsync(journal, output, cancellationToken));
        await BuildHeaderAsync(file);
        return path;
    }

    /// <summary>The classic header of the film, as a piece of its stream link.</summary>
    /// <exception cref="PartUnavailableException">It had to be made again, and the storage does not answer.</exception>
    public async Task<Piece> HeaderAsync(Video video, Patience patience, CancellationToken cancellationToken)
    {
        string path = HeaderPath(video.File!.Value);
        await patience.WaitAsync(RestoreAsync(video, cancellationToken), video.IndexFile!.Value, cancellationToken);
        return new Piece.Local(path, 0, new FileInfo(path).Length);
    }

    /// <summary>The film cut into segments.</summary>
    /// <exception cref="PartUnavailableException">It had to be made again, and the storage does not answer.</exception>
    public async Task<CutFilm> CutAsync(Video video, Patience patience, CancellationToken cancellationToken)
    {
        if (_films.TryGetValue(video.File!.Value, out CutFilm? known))
        {
            return known!;
        }

        Task<CutFilm> load = _loads.JoinAsync(video.File.Value, () => LoadAsync(video), cancellationToken);
        await patience.WaitAsync(load, video.IndexFile!.Value, cancellationToken);
        return await load;
    }

    /// <summary>Deletes what is kept of a stored file that is gone.</summary>
    public void Forget(StoredFileId file)
    {
        _films.Remove(file);
        File.Delete(IndexPath(file));
        File.Delete(HeaderPath(file));
    }

    public void Dispose() => _films.Dispose();

    private async Task<CutFilm> LoadAsync(Video video)
    {
        StoredFileId file = video.File!.Value;
        await RestoreAsync(video, CancellationToken.None);
        await using FileStream index = File.OpenRead(IndexPath(file));
        FragmentTable table = IndexFile.ReadTable(index);
        var film = new CutFilm(table.Header, TrackSegments.Cut(table, table.Length));
        _films.Set(file, film, new MemoryCacheEntryOptions { Size = (index.Length / BytesPerFragment) + 1 });
        return film;
    }

    private async Task RestoreAsync(Video video, CancellationToken cancellationToken)
    {
        StoredFileId file = video.File!.Value;
        if (!File.Exists(IndexPath(file)) || !File.Exists(HeaderPath(file)))
        {
            await _restores.JoinAsync(file, () => RestoreOnceAsync(file, video.IndexFile!.Value), cancellationToken);
        }
    }

    private async Task<bool> RestoreOnceAsync(StoredFileId file, StoredFileId indexFile)
    {
        if (!File.Exists(IndexPath(file)))
        {
            await using PartStream stored = await _reader.OpenAsync(indexFile, CancellationToken.None);
            await SafeFile.WriteAsync(IndexPath(file), output => stored.CopyToAsync(output, CancellationToken.None));
        }

        if (!File.Exists(HeaderPath(file)))
        {
            await BuildHeaderAsync(file);
        }

        return true;
    }

    private Task BuildHeaderAsync(StoredFileId file) => SafeFile.WriteAsync(HeaderPath(file), output =>
    {
        using FileStream index = File.OpenRead(IndexPath(file));
        HybridHeader.Write(index, output);
        return Task.CompletedTask;
    });

    private string IndexPath(StoredFileId file) => Path.Combine(_directory.Index, $"{file}.index");

    private string HeaderPath(StoredFileId file) => Path.Combine(_directory.Index, $"{file}.header");
}
