namespace TelegramHls.Architecture;

internal sealed record SourceFile(string Path, string[] Lines)
{
    public string Project => Path.Split('/')[1];

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public string Text => string.Join('\n', Lines);

    public override string ToString() => Path;
}
