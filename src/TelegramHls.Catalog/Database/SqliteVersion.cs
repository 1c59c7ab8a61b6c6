using SQLitePCL;

namespace TelegramHls.Catalog.Database;

/// <summary>The SQLite of this machine.</summary>
public static class SqliteVersion
{
    /// <summary>Its version, such as 3.40.1; null when the library is missing.</summary>
    public static string? Read()
    {
        try
        {
            return raw.sqlite3_libversion().utf8_to_string();
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }
}
