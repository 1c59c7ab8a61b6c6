namespace TelegramHls.Catalog;

/// <summary>The database was written by a newer program than this one.</summary>
/// <param name="file">The database.</param>
/// <param name="change">The newest change of it that this program does not know.</param>
public sealed class CatalogTooNewException(string file, string change) : Exception(
    $"The database {file} was written by a newer version of this program (it has the change '{change}'). "
    + "Start that version, or restore the copy (*.bak) that was made beside it before the change.");
