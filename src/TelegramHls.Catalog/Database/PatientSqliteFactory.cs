using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TelegramHls.Catalog.Database;

/// <summary>Makes <see cref="PatientSqliteConnection"/>s; everything else as Microsoft.Data.Sqlite does it.</summary>
internal sealed class PatientSqliteFactory : DbProviderFactory
{
    public override DbConnection CreateConnection() => new PatientSqliteConnection();

    public override DbCommand CreateCommand() => SqliteFactory.Instance.CreateCommand();

    public override DbParameter CreateParameter() => SqliteFactory.Instance.CreateParameter();

    public override DbConnectionStringBuilder CreateConnectionStringBuilder() =>
        SqliteFactory.Instance.CreateConnectionStringBuilder();
}
