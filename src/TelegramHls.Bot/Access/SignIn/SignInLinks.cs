using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using TelegramHls.Core.Ids;

namespace TelegramHls.Bot.Access.SignIn;

/// <summary>
/// Links that sign the owner in, once each. Only their hashes are kept, in memory: none outlives the program, and whoever reads that
/// memory or a log cannot sign in.
/// </summary>
internal sealed class SignInLinks(TimeProvider clock, ILogger<SignInLinks> logger)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    // Of base62: 155 bits.
    private const int CodeLength = 26;
    private const int MostKept = 100;

    // So long a link that is over is told from one that never was.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Link> _links = new(StringComparer.Ordinal);

    /// <summary>A new link's address on this server, which begins with a slash.</summary>
    /// <param name="user">Telegram user id of the owner, who is signed in by it.</param>
    public string Make(long user)
    {
        Tidy();
        string code = Base62.Random(CodeLength);
        _links[Hash(code)] = new Link(user, clock.GetUtcNow());
        Log.LinkMade(logger, user);
        return $"{SignInEndpoints.Address}/{code}";
    }

    /// <summary>How a link stands; looking uses nothing up.</summary>
    public SignInLinkState Look(string code) => Find(code) switch
    {
        null => SignInLinkState.Unknown,
        { IsUsed: true } => SignInLinkState.Used,
        var link => clock.GetUtcNow() - link.MadeAt < Lifetime ? SignInLinkState.Open : SignInLinkState.Expired,
    };

    /// <summary>Uses the link up: of several at once one gets the owner's user id, all others and every later one null.</summary>
    public long? Use(string code) => Look(code) == SignInLinkState.Open && Find(code) is { } link && link.TryUse() ? link.User : null;

    /// <summary>Ends every link.</summary>
    public void Clear() => _links.Clear();

    private static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private Link? Find(string code) => Base62.IsValid(code) ? _links.GetValueOrDefault(Hash(code)) : null;

    private void Tidy()
    {
        DateTimeOffset now = clock.GetUtcNow();
        var newest = _links.OrderByDescending(link => link.Value.MadeAt).ToList();
        foreach ((string hash, Link link) in newest.Skip(MostKept - 1).Concat(newest.Where(link => now - link.Value.MadeAt > Memory)))
        {
            _links.TryRemove(KeyValuePair.Create(hash, link));
        }
    }

    private sealed class Link(long user, DateTimeOffset madeAt)
    {
        private int _uses;

        public long User => user;

        public DateTimeOffset MadeAt => madeAt;

        public bool IsUsed => Volatile.Read(ref _uses) > 0;

        public bool TryUse() => Interlocked.Increment(ref _uses) == 1;
    }
}
