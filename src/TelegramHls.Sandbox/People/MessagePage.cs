using Microsoft.AspNetCore.Http;
using TelegramHls.Sandbox.Journal;
using TelegramHls.Sandbox.Parsing;
using TelegramHls.Sandbox.Records;

namespace TelegramHls.Sandbox.People;

/// <summary>Which messages of a chat are asked for.</summary>
internal sealed record MessagePage(long FirstAfter, long? NewestBefore, int Most)
{
    /// <summary>All after an id.</summary>
    public static MessagePage After(long id) => new(id, NewestBefore: null, int.MaxValue);

    /// <summary><c>after</c> and <c>limit</c>, or <c>before</c> and <c>limit</c>.</summary>
    public static MessagePage Read(IQueryCollection query)
    {
        long? Number(string name) => query[name] is { Count: > 0 } value ? Numbers.Read(value.ToString()) : null;
        return new MessagePage(
            Number("after") ?? 0,
            Number("before"),
            (int)Math.Clamp(Number("limit") ?? int.MaxValue, 0, int.MaxValue));
    }

    /// <summary>Oldest first.</summary>
    public IEnumerable<MessageRecord> Of(MessageLine line) =>
        NewestBefore is { } below ? line.Before(below, Most) : line.After(FirstAfter).Take(Most);
}
