using System.ComponentModel.DataAnnotations;

namespace TelegramHls.Catalog;

/// <summary>Where the catalogue is kept.</summary>
public sealed class CatalogOptions
{
    /// <summary>Name of the section in the configuration.</summary>
    public const string SectionName = "Database";

    /// <summary><c>Sqlite</c>; others come later.</summary>
    [Required(ErrorMessage = "Database__Provider must be Sqlite.")]
    [RegularExpression(
        "(?i)sqlite", ErrorMessage = "Database__Provider: only Sqlite is there now; PostgreSQL comes later.")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>As the provider wants it; null for a file in the data directory.</summary>
    public string? ConnectionString { get; set; }
}
