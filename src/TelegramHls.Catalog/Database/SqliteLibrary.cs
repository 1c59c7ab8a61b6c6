using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace TelegramHls.Catalog.Database;

/// <summary>
/// Joins Microsoft.Data.Sqlite 10, built against SQLitePCLRaw 2.1, with the 2.0.6 that there is, and with the SQLite
/// of the system (libsqlite3-0). May not touch a type of Microsoft.Data.Sqlite: loading one needs what is set here.
/// </summary>
internal static class SqliteLibrary
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Must run before the first type that refers to SQLitePCLRaw 2.1 loads.")]
    internal static void Prepare()
    {
        AssemblyLoadContext.Default.Resolving +=
            (_, name) => name.Name is "SQLitePCLRaw.core" ? typeof(raw).Assembly : null;
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly,
            (name, _, _) => name is "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out nint handle) ? handle : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
    }
}
