using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace TelegramHls.Catalog.Database;

/// <summary>How to reach the database; for others that keep tables of their own in it.</summary>
public sealed class CatalogDatabase
{
    /// <summary>Takes the connection string of <paramref name="options"/>, else a file at <paramref name="defaultFile"/>.</summary>
    /// <exception cref="OptionsValidationException">The connection string cannot be read or names no file.</exception>
    public CatalogDatabase(CatalogOptions options, string defaultFile)
        : this(options, defaultFile, isReadOnly: false)
    {
    }

    private CatalogDatabase(CatalogOptions options, string defaultFile, bool isReadOnly)
    {
        ArgumentNullException.ThrowIfNull(options);
        SqliteConnectionStringBuilder builder = Parse(options.ConnectionString ?? $"Data Source=\"{defaultFile}\"");
        FilePath = Path.GetFullPath(builder.DataSource);
        builder.DataSource = FilePath;
        builder.ForeignKeys = true;
        builder.Mode = isReadOnly ? SqliteOpenMode.ReadOnly : builder.Mode;
        ConnectionString = builder.ToString();
        Source = new PatientSqliteFactory().CreateDataSource(ConnectionString);
    }

    /// <summary>As the constructor, for reading alone: nothing is made or changed, and whoever writes goes on.</summary>
    /// <exception cref="OptionsValidationException">As there.</exception>
    public static CatalogDatabase ToRead(CatalogOptions options, string defaultFile) => new(options, defaultFile, isReadOnly: true);

    /// <summary>Absolute path of the database file.</summary>
    public string FilePath { get; }

    internal string ConnectionString { get; }

    /// <summary>Makes connections that wait for each other's writes.</summary>
    public DbDataSource Source { get; }

    private static SqliteConnectionStringBuilder Parse(string text)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(text);
        }
        catch (ArgumentException cause)
        {
            throw Invalid($"cannot be read: {cause.Message}");
        }

        return builder.DataSource.Length == 0 || string.Equals(builder.DataSource, ":memory:", StringComparison.Ordinal) || builder.Mode == SqliteOpenMode.Memory
            ? throw Invalid("must name a file, as in Data Source=/var/lib/telegramhls/catalog.db.")
            : builder;
    }

    private static OptionsValidationException Invalid(string why) =>
        new(CatalogOptions.SectionName, typeof(CatalogOptions), [$"Database__ConnectionString {why}"]);
}
