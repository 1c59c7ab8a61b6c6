using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using TelegramHls.Bot.Dashboard.Words;
using TelegramHls.Catalog.Search;

namespace TelegramHls.Bot.Dashboard.Lists;

/// <summary>What a list shows, as its address says it: a filtered list can be kept as a bookmark.</summary>
/// <param name="Filter">Which jobs.</param>
/// <param name="Order">In which order.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Size">Jobs on a page, 1 to 1000.</param>
public sealed record ListAddress(JobFilter Filter, JobOrder Order = JobOrder.Newest, int Page = 1, int Size = ListAddress.UsualSize)
{
    /// <summary>Where lists are.</summary>
    public const string Path = "/jobs/list";

    /// <summary>Jobs on a page where nothing is said.</summary>
    public const int UsualSize = 50;

    private const int LargestSize = 1000;
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Reads the address's parameters; what makes no sense counts as not said.</summary>
    public static ListAddress Read(IQueryCollection query) => Read(name => query[name].ToString());

    /// <summary>As <see cref="Read(IQueryCollection)"/>, out of a form that carries them along.</summary>
    public static ListAddress Read(IFormCollection form) => Read(name => form[name].ToString());

    /// <summary>The address, with only what differs from the usual.</summary>
    public override string ToString()
    {
        var query = new QueryBuilder(Fields());
        return $"{Path}{query}";
    }

    /// <summary>Name and value of each parameter, as hidden fields of a form carry them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        (string Name, string? Value)[] all =
        [
            ("state", Filter.State is { } state ? StateWords.NameOf(state) : null),
            ("q", Filter.Text),
            ("user", Filter.Owner),
            ("step", Filter.Step),
            ("bot", Filter.BotId?.ToString(CultureInfo.InvariantCulture)),
            ("from", Date(Filter.From)),
            ("to", Date(Filter.To?.AddDays(-1))),
            ("sort", Order == JobOrder.Newest ? null : Order.ToString().ToLowerInvariant()),
            ("size", Size == UsualSize ? null : Size.ToString(CultureInfo.InvariantCulture)),
            ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        ];
        return all.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!));
    }

    /// <summary>As an input of a date shows it; the last day is part of the span.</summary>
    public static string? Date(DateTimeOffset? at) => at?.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static ListAddress Read(Func<string, string> read)
    {
        string? Text(string name) => read(name).Trim() is { Length: > 0 } value ? value : null;
        int Number(string name, int otherwise, int most) =>
            int.TryParse(read(name), CultureInfo.InvariantCulture, out int value) && value >= 1 ? Math.Min(value, most) : otherwise;
        DateTimeOffset? Day(string name) => DateTimeOffset.TryParseExact(
            read(name), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset day) ? day : null;

        var filter = new JobFilter(
            StateWords.Find(Text("state")),
            Text("q"),
            Text("step"),
            long.TryParse(read("bot"), CultureInfo.InvariantCulture, out long bot) ? bot : null,
            Day("from"),
            Day("to") is { } last && last < DateTimeOffset.MaxValue.AddDays(-1) ? last.AddDays(1) : null,
            Text("user"));
        JobOrder order = Enum.TryParse(read("sort"), ignoreCase: true, out JobOrder sort) && Enum.IsDefined(sort) ? sort : JobOrder.Newest;
        return new ListAddress(filter, order, Number("page", 1, int.MaxValue / LargestSize), Number("size", UsualSize, LargestSize));
    }
}
