using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TelegramHls.Catalog.Model;
using TelegramHls.Core.Ids;
using TelegramHls.Core.Jobs;

namespace TelegramHls.Catalog.Database;

/// <summary>How values are kept: ids and enums as text, times and spans as ticks (UTC), names in snake_case.</summary>
internal static partial class ColumnTypes
{
    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<VideoId>().HaveConversion<TextIdConverter<VideoId>>();
        builder.Properties<JobId>().HaveConversion<TextIdConverter<JobId>>();
        builder.Properties<StoredFileId>().HaveConversion<TextIdConverter<StoredFileId>>();
        builder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        builder.Properties<TimeSpan>().HaveConversion<long>();
        builder.Properties<VideoKind>().HaveConversion<string>();
        builder.Properties<VideoState>().HaveConversion<string>();
        builder.Properties<TrackKind>().HaveConversion<string>();
        builder.Properties<UserRole>().HaveConversion<string>();
        builder.Properties<JobState>().HaveConversion<string>();
        builder.Properties<JobEventLevel>().HaveConversion<string>();
        builder.Properties<JobEventKind>().HaveConversion<string>();
    }

    public static void NameInSnakeCase(ModelBuilder builder)
    {
        foreach (IMutableProperty property in builder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
            property.SetColumnName(WordEnd().Replace(property.Name, "_").ToLowerInvariant());
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordEnd();

    private sealed class TextIdConverter<TId>() : ValueConverter<TId, string>(id => id.Value, text => Read(text))
        where TId : struct, ITextId<TId>
    {
        private static TId Read(string text) => TId.From(text);
    }

    /// <summary>SQLite cannot order by DateTimeOffset; ticks sort everywhere.</summary>
    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
