using TelegramHls.Core.Ids;
using TelegramHls.Core.Storing;

namespace TelegramHls.Storage.Tests.Kit;

/// <summary>The ledgers' contract in memory, with everything a test wants to look at.</summary>
internal sealed class MemoryLedger(TimeProvider time) : IPartLedger, ISendLedger, IReplicaLedger
{
    private Lock _gate = new();
    private Dictionary<StoredFileId, FileRow> _files = [];
    private SortedDictionary<long, UnresolvedSend> _intents = [];
    private List<Orphan> _orphans = [];
    private Dictionary<(long Chat, int Message), (DateTimeOffset TriedAt, string Reason)> _left = [];
    private long _lastIntent;
    private bool _isClosed;

    public IReadOnlyList<Orphan> Orphans => Locked(() => _orphans.ToList());

    public IReadOnlyList<UnresolvedSend> Intents => Locked(() => _intents.Values.ToList());

    /// <summary>Runs inside of each commit, before it takes hold.</summary>
    public Action<StoredPart>? OnCommit { get; set; }

    public int Commits { get; private set; }

    /// <summary>Messages that were emptied.</summary>
    public int Emptied { get; private set; }

    /// <summary>The same rows for the next life of the storage. This one no longer reads or writes any.</summary>
    public MemoryLedger PassOn() => Locked(() =>
    {
        _isClosed = true;
        return new MemoryLedger(time)
        {
            _gate = _gate,
            _files = _files,
            _intents = _intents,
            _orphans = _orphans,
            _left = _left,
            _lastIntent = _lastIntent,
            Commits = Commits,
            Emptied = Emptied,
        };
    });

    public Task<StoredFile> OpenFileAsync(StoredFileId file, VideoId video, CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() =>
        {
            if (!_files.TryGetValue(file, out FileRow? row))
            {
                _files.Add(file, row = new FileRow(file, video));
            }

            return row.ToFile();
        }));

    public Task<StoredFile?> FindFileAsync(StoredFileId file, CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() => _files.GetValueOrDefault(file)?.ToFile()));

    public Task<IReadOnlyList<StoredPart>> CommittedPartsAsync(StoredFileId file, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredPart>>(Locked(() => _files[file].Parts.Values.ToList()));

    public Task<long> BeginSendAsync(SendIntent intent, CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() =>
        {
            int last = Known(intent.ChatId).Concat(_orphans.Where(orphan => orphan.ChatId == intent.ChatId)
                .Select(orphan => orphan.MessageId)).DefaultIfEmpty().Max();
            _intents.Add(++_lastIntent, new UnresolvedSend(
                _lastIntent, intent with { LastKnownMessageId = Math.Max(last, intent.LastKnownMessageId) }, time.GetUtcNow()));
            return _lastIntent;
        }));

    public Task AbandonSendAsync(long intent, CancellationToken cancellationToken) => Do(() => _intents.Remove(intent));

    public Task MarkSendUnknownAsync(long intent, CancellationToken cancellationToken) =>
        Do(() => _intents.ContainsKey(intent).ShouldBeTrue());

    public Task CommitPartAsync(
        StoredFileId file, long intent, StoredPart part, CancellationToken cancellationToken) => Do(() =>
        {
            OnCommit?.Invoke(part);
            FileRow row = _files[file];
            if (row.Parts.TryGetValue(part.Index, out StoredPart? other))
            {
                throw new InvalidOperationException($"Part {other.Index} is committed already.");
            }

            _intents.Remove(intent).ShouldBeTrue();
            row.Parts.Add(part.Index, part);
            Commits++;
        });

    public Task<int> DropPartsAsync(StoredFileId file, int fromIndex, CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() =>
        {
            FileRow row = _files[file];
            foreach (StoredPart part in row.Parts.Values.Where(part => part.Index >= fromIndex).ToList())
            {
                row.Parts.Remove(part.Index);
                foreach (Replica replica in part.Replicas)
                {
                    AddOrphan(new Orphan(replica.ChatId, replica.MessageId, replica.BotId, replica.SentAt));
                }
            }

            row.Sha256 = null;
            return ++row.Version;
        }));

    public Task CompleteFileAsync(StoredFileId file, string sha256, CancellationToken cancellationToken) =>
        Do(() =>
        {
            FileRow row = _files[file];
            row.Parts.Keys.ShouldBe(Enumerable.Range(0, row.Parts.Count));
            row.Sha256 = sha256;
        });

    public Task UpsertReplicaAsync(
        StoredFileId file, int partIndex, Replica replica, CancellationToken cancellationToken) => Do(() =>
        {
            StoredPart part = _files[file].Parts[partIndex];
            IEnumerable<Replica> others = part.Replicas.Where(other =>
                (other.ChatId, other.MessageId, other.BotId) != (replica.ChatId, replica.MessageId, replica.BotId));
            _files[file].Parts[partIndex] = part with { Replicas = [.. others, replica] };
        });

    public Task<IReadOnlyList<UnresolvedSend>> UnresolvedSendsAsync(
        DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UnresolvedSend>>(
            Locked(() => _intents.Values.Where(send => send.At < before).ToList()));

    public Task<IReadOnlyList<int>> KnownMessagesAsync(long chatId, int above, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<int>>(Locked(() => Known(chatId)
            .Union(_orphans.Where(orphan => orphan.ChatId == chatId).Select(orphan => orphan.MessageId))
            .Where(id => id > above).Order().ToList()));

    public Task ResolveSendAsync(long intent, Orphan? orphan, CancellationToken cancellationToken) =>
        Do(() =>
        {
            _intents.Remove(intent).ShouldBeTrue();
            if (orphan is not null)
            {
                AddOrphan(orphan);
            }
        });

    public Task<IReadOnlyList<Orphan>> OrphansAsync(
        DateTimeOffset triedBefore, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Orphan>>(Locked(() => _orphans
            .Where(orphan => !_left.TryGetValue((orphan.ChatId, orphan.MessageId), out var left) || left.TriedAt < triedBefore)
            .OrderBy(orphan => orphan.SentAt).Take(limit).ToList()));

    public Task ForgetOrphanAsync(long chatId, int messageId, CancellationToken cancellationToken) =>
        Do(() => _orphans.RemoveAll(orphan => orphan.ChatId == chatId && orphan.MessageId == messageId).ShouldBe(1));

    public Task MarkOrphanEmptiedAsync(long chatId, int messageId, CancellationToken cancellationToken)
    {
        Emptied++;
        return ForgetOrphanAsync(chatId, messageId, cancellationToken);
    }

    public Task MarkOrphansLeftAsync(
        IReadOnlyList<Orphan> orphans, DateTimeOffset triedAt, string reason, CancellationToken cancellationToken) =>
        Do(() =>
        {
            foreach (Orphan orphan in orphans)
            {
                _left[(orphan.ChatId, orphan.MessageId)] = (triedAt, reason);
            }
        });

    public void Add(params IEnumerable<Orphan> orphans)
    {
        lock (_gate)
        {
            _orphans.AddRange(orphans);
        }
    }

    /// <summary>Why a message was left standing at the last try.</summary>
    public string ReasonOf(long chatId, int messageId) => Locked(() => _left[(chatId, messageId)].Reason);

    public Task<IReadOnlyList<PlacedPart>> ThinPartsAsync(
        int replicas, long after, int limit, CancellationToken cancellationToken) =>
        PlacedAsync(placed => placed
            .Where(part => part.Number > after && part.Messages.DistinctBy(message => message.ChatId).Count() < replicas)
            .Take(limit));

    public Task<IReadOnlyList<PlacedPart>> StrandedPartsAsync(
        IReadOnlyCollection<long> bots, long after, int limit, CancellationToken cancellationToken) =>
        PlacedAsync(placed => placed
            .Where(part => part.Number > after && part.Part.Replicas.All(replica => !bots.Contains(replica.BotId)))
            .Take(limit));

    public async Task<IReadOnlyDictionary<long, int>> CountStrandedAsync(
        IReadOnlyCollection<long> bots, CancellationToken cancellationToken) =>
        (await StrandedPartsAsync(bots, 0, int.MaxValue, cancellationToken))
            .SelectMany(part => part.Part.Replicas.Select(replica => replica.BotId).Distinct())
            .CountBy(bot => bot)
            .ToDictionary();

    public Task<IReadOnlyList<PlacedPart>> PartsInAsync(
        long chat, long after, int limit, CancellationToken cancellationToken) =>
        PlacedAsync(placed => placed
            .Where(part => part.Number > after && part.Messages.Any(message => message.ChatId == chat)).Take(limit));

    public async Task<int> CountInAsync(long chat, CancellationToken cancellationToken) =>
        (await PartsInAsync(chat, 0, int.MaxValue, cancellationToken)).Count;

    public Task<IReadOnlyList<PlacedPart>> PartsAsync(long after, int limit, CancellationToken cancellationToken) =>
        PlacedAsync(placed => placed.Where(part => part.Number > after).Take(limit));

    public Task<IReadOnlyList<PlacedPart>> SampleAsync(int count, CancellationToken cancellationToken) =>
        PlacedAsync(placed => placed.OrderBy(_ => Random.Shared.Next()).Take(count).OrderBy(part => part.Number));

    public Task<bool> AddReplicaAsync(
        PlacedPart part, long intent, Replica replica, int? insteadOf, CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() =>
        {
            _intents.Remove(intent).ShouldBeTrue();
            if (Find(part) is not { } known
                || known.Replicas.Any(other => other.ChatId == replica.ChatId && other.MessageId != insteadOf))
            {
                AddOrphan(new Orphan(replica.ChatId, replica.MessageId, replica.BotId, replica.SentAt));
                return false;
            }

            IEnumerable<Replica> others = known.Replicas.Where(other => other.ChatId != replica.ChatId);
            _files[part.File].Parts[known.Index] = known with { Replicas = [.. others, replica] };
            return true;
        }));

    public Task<bool> DropMessageAsync(
        PlacedPart part, Replica message, bool isThere, CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() =>
        {
            if (Find(part) is not { } known)
            {
                return false;
            }

            Replica[] left = [.. known.Replicas.Where(other => (other.ChatId, other.MessageId) != (message.ChatId, message.MessageId))];
            if (left.Length == 0 || left.Length == known.Replicas.Length)
            {
                return false;
            }

            _files[part.File].Parts[known.Index] = known with { Replicas = [.. left] };
            if (isThere)
            {
                AddOrphan(new Orphan(message.ChatId, message.MessageId, message.BotId, message.SentAt));
            }

            return true;
        }));

    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() => _files.Values.Sum(row => row.Parts.Count)));

    public Task RecordOrphanAsync(Orphan orphan, CancellationToken cancellationToken) => Do(() => _orphans.Add(orphan));

    public Task<bool> KnowsFileAsync(StoredFileId file, CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() => _files.ContainsKey(file)));

    private StoredPart? Find(PlacedPart part) =>
        _files.GetValueOrDefault(part.File)?.Parts.GetValueOrDefault(part.Part.Index) is { } known
        && known.Hashes.Sha256 == part.Part.Hashes.Sha256
            ? known
            : null;

    private Task<IReadOnlyList<PlacedPart>> PlacedAsync(Func<IEnumerable<PlacedPart>, IEnumerable<PlacedPart>> choose) =>
        Task.FromResult<IReadOnlyList<PlacedPart>>(Locked(() => choose(_files.Values
            .SelectMany(row => row.Parts.Values, (row, part) => (row, part))
            .Select((entry, at) => new PlacedPart(at + 1, entry.row.Id, entry.row.Video, entry.part))).ToList()));

    private void AddOrphan(Orphan orphan)
    {
        if (!_orphans.Any(other => (other.ChatId, other.MessageId) == (orphan.ChatId, orphan.MessageId)))
        {
            _orphans.Add(orphan);
        }
    }

    private List<int> Known(long chatId) =>
    [
        .. _files.Values.SelectMany(row => row.Parts.Values).SelectMany(part => part.Replicas)
            .Where(replica => replica.ChatId == chatId).Select(replica => replica.MessageId).Distinct(),
    ];

    private T Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return action();
        }
    }

    private Task Do(Action action)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            action();
        }

        return Task.CompletedTask;
    }

    private sealed class FileRow(StoredFileId id, VideoId video)
    {
        public StoredFileId Id { get; } = id;

        public VideoId Video { get; } = video;

        public SortedDictionary<int, StoredPart> Parts { get; } = [];

        public int Version { get; set; } = 1;

        public string? Sha256 { get; set; }

        public StoredFile ToFile() =>
            new(Id, Video, Version, Sha256, [.. Parts.Values.TakeWhile((part, index) => part.Index == index)]);
    }
}
