using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace TelegramHls.Sandbox.ChatPage;

/// <summary>Page, style sheets and scripts, embedded in the assembly.</summary>
internal sealed class PageAssets
{
    private const string Prefix = "chat/";
    private const string PageName = "index.html";
    private const int VersionLength = 12;

    private readonly FrozenDictionary<string, PageAsset> _all;

    private PageAssets(SortedDictionary<string, byte[]> contents)
    {
        Version = VersionOf(contents);
        string page = Encoding.UTF8.GetString(contents[PageName]).Replace("{version}", Version, StringComparison.Ordinal);
        Page = new PageAsset(Encoding.UTF8.GetBytes(page), TypeOf(PageName));
        _all = contents
            .Where(pair => pair.Key != PageName)
            .ToFrozenDictionary(pair => pair.Key, pair => new PageAsset(pair.Value, TypeOf(pair.Key)));
    }

    public static PageAssets Embedded { get; } = Load(typeof(PageAssets).Assembly);

    /// <summary>Stands in the path of every asset, so that modules, which import each other by relative paths, change together.</summary>
    public string Version { get; }

    public PageAsset Page { get; }

    public PageAsset? Find(string name) => _all.GetValueOrDefault(name);

    private static PageAssets Load(Assembly assembly)
    {
        var contents = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames())
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            byte[] content = new byte[stream.Length];
            stream.ReadExactly(content);
            contents.Add(resource[Prefix.Length..], content);
        }

        return new PageAssets(contents);
    }

    private static string VersionOf(SortedDictionary<string, byte[]> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] content) in contents)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {content.Length} "));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..VersionLength];
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        string other => throw new InvalidOperationException($"No type is known for {other}."),
    };
}

/// <summary>One asset as it is sent.</summary>
internal sealed record PageAsset(byte[] Content, string ContentType);
